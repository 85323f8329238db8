"""evacplan: travel warnings to the least exposed way out of a town, or the advice to stay."""

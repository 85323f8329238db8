/* Lets the n-th call that changes a file under a folder fail: loaded with LD_PRELOAD by the tests of K2. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static long countdown, fired;
static int code, sticky;

/* From now on the n-th call fails with this errno (sticky: every call from the n-th on); n = 0: no more failures. */
void evacplan_fail(long n, int with, int forever, const char *under) {
    countdown = n, code = with, sticky = forever, fired = 0;
    snprintf(folder, sizeof folder, "%s", under);
}

long evacplan_fired(void) { return fired; }

static int hit(const char *path) {
    if (!countdown || !path || strncmp(path, folder, strlen(folder))) return 0;
    if (countdown > 1) return --countdown, 0;
    if (!sticky) countdown = 0;
    fired++;
    errno = code;
    return 1;
}

static int hit_file(int file) {
    char link[64], path[4096];
    if (!countdown) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return hit(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FILE(type, name, list, ...) type name list { return hit_file(fd) ? -1 : REAL(name)(__VA_ARGS__); }
#define ON_PATH(name, list, ...) int name list { return hit(path) ? -1 : REAL(name)(__VA_ARGS__); }

ON_FILE(ssize_t, write, (int fd, const void *data, size_t n), fd, data, n)
ON_FILE(ssize_t, pwrite, (int fd, const void *data, size_t n, off_t at), fd, data, n, at)
ON_FILE(ssize_t, pwrite64, (int fd, const void *data, size_t n, off64_t at), fd, data, n, at)
ON_FILE(int, fsync, (int fd), fd)
ON_FILE(int, fdatasync, (int fd), fd)
ON_FILE(int, ftruncate, (int fd, off_t n), fd, n)
ON_FILE(int, ftruncate64, (int fd, off64_t n), fd, n)
ON_FILE(int, fchmod, (int fd, mode_t mode), fd, mode)
ON_PATH(rename, (const char *path, const char *to), path, to)
ON_PATH(mkdir, (const char *path, mode_t mode), path, mode)
ON_PATH(unlink, (const char *path), path)

#define ON_OPEN(name) \
    int name(const char *path, int flags, ...) { \
        va_list rest; va_start(rest, flags); mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; va_end(rest); \
        return (flags & O_CREAT) && hit(path) ? -1 : REAL(name)(path, flags, mode); \
    }
ON_OPEN(open)
ON_OPEN(open64)

BEGIN TRANSACTION;
CREATE TABLE evacplan_revision (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT evacplan_revision_pkc PRIMARY KEY (version_num)
);
INSERT INTO "evacplan_revision" VALUES('0001');
CREATE TABLE events (
	seq INTEGER NOT NULL, 
	recorded_at TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	payload TEXT NOT NULL, 
	body TEXT, 
	PRIMARY KEY (seq)
);
INSERT INTO "events" VALUES(1,'2025-11-08T09:30:00+00:00','Awa Test','advisory_added','{"advisory":{"id":"A-000001","issued":"2025-11-08T09:30:00+00:00","issuer":"GBR","kind":"page","language":"en","replaces":null,"series":"Safety","url":"https://example.org/mali"},"carried":["D-000009"],"directives":[{"actor":null,"by":null,"condition":null,"evidence":[],"exception":null,"from":null,"hours":null,"id":"D-000001","kind":"road","modality":"in_force","quote":"The road to Ansongo is cut. «é» \u0000 ''; DRO","reach":null,"scope":[{"name":"Gao–Ansongo","targets":["road:gao-ansongo"],"type":"corridor"}],"span":[0,40],"strength":null,"until":null,"value":"cut"}],"unread":[{"quote":"San Pedro","span":[0,9],"suggestions":["San"],"why":"unknown place: San Pedro"}]}','"The road to Ansongo is cut. «é» \u0000 ''; DROP TABLE events; --"');
INSERT INTO "events" VALUES(2,'2025-11-08T09:31:00+00:00','Awa Test','directive_reviewed','{"confirmed_opening":false,"decision":"accepted","directive":"D-000001"}',NULL);
INSERT INTO "events" VALUES(3,'2025-11-08T09:32:00+00:00','Awa Test','scope_edited','{"directive":"D-000001","scope":[{"name":"Gao","targets":["gao"],"type":"town"}]}',NULL);
INSERT INTO "events" VALUES(4,'2025-11-08T09:33:00+00:00','Awa Test','review_undone','{"seq":3}',NULL);
INSERT INTO "events" VALUES(5,'2025-11-08T09:34:00+00:00','Awa Test','fact_set','{"at":"2025-11-08T09:30:00+00:00","level":4,"reason":"seen by the warden (1)","status":"blocked","target":"road:gao-ansongo","until":"2025-12-01"}',NULL);
INSERT INTO "events" VALUES(6,'2025-11-08T09:35:00+00:00','Awa Test','advisory_withdrawn','{"advisory":"A-000001","at":"2025-11-08T09:30:00+00:00","reason":"taken back"}',NULL);
INSERT INTO "events" VALUES(7,'2025-11-08T09:36:00+00:00','Awa Test','plan_stored','{"as_of":"2025-11-08T09:30:00+00:00","inputs":"sha256:0","plan":"P-0007","previous":"P-0006"}','{"as_of":"2025-11-08T09:30:00+00:00","causes":[{"advisory":"A-000001","directive":"D-000001","issued":"2025-11-08T09:30:00+00:00","issuer":"GBR","kind":"road","origin":"directive","quote":"The road is cut at kilometre 1.","until":"2025-12-01","value":"cut"},{"advisory":"A-000001","directive":"D-000002","issued":"2025-11-08T09:30:00+00:00","issuer":"GBR","kind":"road","origin":"directive","quote":"The road is cut at kilometre 2.","until":"2025-12-01","value":"cut"}],"inputs":"sha256:0","plan":"P-0007","previous":"P-0006","towns":[{"option":null,"town":"t0","verdict":"stay"},{"option":{"acceptable":true,"conditions":[],"duration_min":180,"exposure":12.5,"kind":"relocate","km":121.5,"legs":[{"boards":"","causes":[0,1],"duration_min":60,"from":"t0","km":40.5,"level":2,"link":"road:t0-t1","mode":"road","status":"open","to":"t1"},{"boards":"","causes":[0,1],"duration_min":60,"from":"t1","km":40.5,"level":2,"link":"road:t1-t2","mode":"road","status":"open","to":"t2"},{"boards":"","causes":[0,1],"duration_min":60,"from":"t2","km":40.5,"level":2,"link":"road:t2-t3","mode":"road","status":"open","to":"t3"}],"level":2,"rank":1,"why_not":[]},"town":"t1","verdict":"relocate"},{"option":{"acceptable":true,"conditions":[],"duration_min":180,"exposure":12.5,"kind":"relocate","km":121.5,"legs":[{"boards":"","causes":[0,1],"duration_min":60,"from":"t0","km":40.5,"level":2,"link":"road:t0-t1","mode":"road","status":"open","to":"t1"},{"boards":"","causes":[0,1],"duration_min":60,"from":"t1","km":40.5,"level":2,"link":"road:t1-t2","mode":"road","status":"open","to":"t2"},{"boards":"","causes":[0,1],"duration_min":60,"from":"t2","km":40.5,"level":2,"link":"road:t2-t3","mode":"road","status":"open","to":"t3"}],"level":2,"rank":1,"why_not":[]},"town":"t2","verdict":"relocate"}]}');
CREATE TRIGGER events_no_update BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER events_next BEFORE INSERT ON events
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM events)
        BEGIN SELECT RAISE(ABORT, 'the sequence number is not the next one'); END;
COMMIT;

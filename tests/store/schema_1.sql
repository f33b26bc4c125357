-- The schema of version 1 as it was, and one page, for the tests of migration.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  tool_version TEXT NOT NULL,
  options TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  outcome TEXT
);

CREATE TABLE release (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  agency TEXT,
  request_number TEXT,
  received TEXT
);

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  release INTEGER NOT NULL REFERENCES release(id),
  path TEXT NOT NULL,
  sha256 TEXT UNIQUE,
  format TEXT,
  size_bytes INTEGER NOT NULL,
  page_count INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'opened', 'failed')),
  problem TEXT,
  run INTEGER NOT NULL REFERENCES run(id)
);
CREATE INDEX source_release ON source(release);

CREATE TABLE source_path (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  release INTEGER NOT NULL REFERENCES release(id),
  path TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES run(id),
  UNIQUE (source, path)
);
CREATE INDEX source_path_path ON source_path(path);

-- text is the last of the wide columns, so that the narrow ones can be read without it.
CREATE TABLE page (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source(id),
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'read', 'failed', 'ocr-due')),
  text_source TEXT,
  reason TEXT,
  ocr_confidence REAL,
  withheld_share REAL,
  width REAL,
  height REAL,
  rotation INTEGER,
  dpi REAL,
  languages TEXT,
  options TEXT,
  run INTEGER REFERENCES run(id),
  text TEXT,
  UNIQUE (source, number)
);
CREATE INDEX page_state ON page(source, state);
CREATE INDEX page_text_source ON page(text_source, ocr_confidence);

-- Encoding: docs/formats/words.md.
CREATE TABLE page_words (
  page INTEGER PRIMARY KEY REFERENCES page(id),
  words BLOB NOT NULL
);

-- Datasette finds the table by content="page" in double quotes.
CREATE VIRTUAL TABLE page_fts USING fts5(text, content="page", content_rowid="id", tokenize="unicode61 remove_diacritics 2");

CREATE TRIGGER page_fts_insert AFTER INSERT ON page BEGIN
  INSERT INTO page_fts (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER page_fts_delete AFTER DELETE ON page BEGIN
  INSERT INTO page_fts (page_fts, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER page_fts_update AFTER UPDATE OF text ON page WHEN old.text IS NOT new.text BEGIN
  INSERT INTO page_fts (page_fts, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO page_fts (rowid, text) VALUES (new.id, new.text);
END;

CREATE TABLE redaction (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  page INTEGER NOT NULL REFERENCES page(id),
  place INTEGER NOT NULL,
  kind TEXT NOT NULL,
  codes TEXT NOT NULL,
  x0 REAL NOT NULL, y0 REAL NOT NULL, x1 REAL NOT NULL, y1 REAL NOT NULL,
  confidence REAL NOT NULL,
  area_share REAL NOT NULL,
  estimated_characters INTEGER NOT NULL
);
CREATE INDEX redaction_page ON redaction(page);
CREATE INDEX redaction_codes ON redaction(codes);

CREATE TABLE exemption_code (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  redaction INTEGER REFERENCES redaction(id),
  code TEXT NOT NULL,
  raw TEXT NOT NULL,
  certain INTEGER NOT NULL,
  role TEXT NOT NULL,
  origin TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
CREATE INDEX exemption_code_code ON exemption_code(code, role, page, redaction);
CREATE INDEX exemption_code_page ON exemption_code(page);
CREATE INDEX exemption_code_redaction ON exemption_code(redaction) WHERE redaction IS NOT NULL;
CREATE INDEX exemption_code_uncertain ON exemption_code(role) WHERE certain = 0;

CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  redaction INTEGER REFERENCES redaction(id),
  type TEXT NOT NULL,
  class TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL,
  characters INTEGER NOT NULL
);
CREATE INDEX finding_page ON finding(page);
CREATE INDEX finding_redaction ON finding(redaction) WHERE redaction IS NOT NULL;
CREATE INDEX finding_type ON finding(type);

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  page INTEGER REFERENCES page(id),
  kind TEXT NOT NULL,
  cause TEXT NOT NULL,
  advice TEXT NOT NULL
);
CREATE INDEX problem_source ON problem(source);
CREATE INDEX problem_page ON problem(page) WHERE page IS NOT NULL;

CREATE TABLE bates (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  value TEXT NOT NULL,
  raw TEXT NOT NULL,
  prefix TEXT NOT NULL,
  number INTEGER NOT NULL,
  how TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
CREATE INDEX bates_page ON bates(page);
CREATE INDEX bates_value ON bates(value);

CREATE VIEW redaction_detail AS
SELECT r.id, l.name AS release, s.path AS source, p.number AS page,
       (SELECT b.value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1) AS bates,
       r.kind, r.codes, r.x0, r.y0, r.x1, r.y1, r.confidence, r.area_share, r.estimated_characters,
       EXISTS (SELECT 1 FROM finding f WHERE f.redaction = r.id AND f.class = 'leak') AS leak,
       p.text_source, s.sha256
FROM redaction r JOIN page p ON p.id = r.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release;

CREATE VIEW redactions_by_exemption AS
SELECT c.code, count(DISTINCT c.redaction) AS redactions, count(DISTINCT c.page) AS pages,
       count(DISTINCT p.source) AS sources, sum(1 - c.certain) AS uncertain
FROM exemption_code c JOIN page p ON p.id = c.page
WHERE c.role <> 'mention'
GROUP BY c.code ORDER BY redactions DESC, c.code;

CREATE VIEW pages_by_text_source AS
SELECT text_source, count(*) AS pages, round(avg(ocr_confidence), 3) AS mean_ocr_confidence
FROM page WHERE text_source IS NOT NULL
GROUP BY text_source ORDER BY pages DESC, text_source;

CREATE VIEW unreadable_pages AS
SELECT s.path AS source, p.number AS page, x.kind, x.cause, x.advice, s.sha256
FROM page p JOIN source s ON s.id = p.source LEFT JOIN problem x ON x.id = p.id * 10000 + 1
WHERE p.state = 'failed'
UNION ALL
SELECT s.path, NULL, x.kind, x.cause, x.advice, s.sha256
FROM source s LEFT JOIN problem x ON x.id = s.id * 1000000 * 10000 + 1
WHERE s.state = 'failed';

CREATE VIEW leak AS
SELECT f.id, l.name AS release, s.path AS source, p.number AS page,
       (SELECT b.value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1) AS bates,
       f.type, f.characters, f.x0, f.y0, f.x1, f.y1, f.redaction, s.sha256
FROM finding f JOIN page p ON p.id = f.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release
WHERE f.class = 'leak';

INSERT INTO run VALUES (1, 'ingest', '0.1.0', '{}', '2031-03-01T10:00:00Z', NULL, NULL);
INSERT INTO release (id, name) VALUES (1, 'First production');
INSERT INTO source (id, name, release, path, sha256, size_bytes, page_count, state, run)
VALUES (1, 'letter.pdf', 1, 'in/letter.pdf', 'abc', 1000, 1, 'opened', 1);
INSERT INTO source_path VALUES (1, 1, 1, 'in/letter.pdf', 1);
INSERT INTO page (id, title, source, number, state, text_source, reason, withheld_share, width, height, rotation, dpi, options, run, text)
VALUES (1000001, 'letter.pdf p. 1', 1, 1, 'read', 'born-digital', 'drawn', 0.01, 612, 792, 0, 200, 'eng ocr 100MP', 1,
        'Officer: ⟦(b)(6) ~14⟧ signed');
INSERT INTO redaction VALUES (10000010001, '(b)(6)', 1000001, 1, 'solid', '["(b)(6)"]', 100, 100, 180, 112, 0.9, 0.01, 14);
INSERT INTO exemption_code (id, page, redaction, code, raw, certain, role, origin)
VALUES (10000010001, 1000001, 10000010001, '(b)(6)', '(b)(6)', 1, 'label', 'text-layer');
PRAGMA application_id = 1447122247;
PRAGMA user_version = 1;

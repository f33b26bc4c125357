// SPDX-License-Identifier: GPL-3.0-or-later
// The schema as SQL. Conventions that other tools rely on: singular tables, integer id keys, real foreign
// keys, a name or title where a table is a link target, ISO dates and JSON arrays as text. docs/schema.md
// says what each column means. A change here needs a new version and a MigrationStep that makes the same of
// an older database.
#ifndef VAUGHN_STORE_SCHEMA_SQL_H_
#define VAUGHN_STORE_SCHEMA_SQL_H_

namespace vaughn::store {

inline constexpr int kSchemaVersion = 2;

inline constexpr const char* kSchemaSql = R"sql(
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
  characters INTEGER NOT NULL,
  found_in TEXT
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
       f.type, f.characters, f.found_in, f.x0, f.y0, f.x1, f.y1, f.redaction, s.sha256
FROM finding f JOIN page p ON p.id = f.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release
WHERE f.class = 'leak';
)sql";

// Findings say where outside the page a text is.
inline constexpr const char* kAddFoundIn = R"sql(
ALTER TABLE finding ADD COLUMN found_in TEXT;
DROP VIEW leak;
CREATE VIEW leak AS
SELECT f.id, l.name AS release, s.path AS source, p.number AS page,
       (SELECT b.value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1) AS bates,
       f.type, f.characters, f.found_in, f.x0, f.y0, f.x1, f.y1, f.redaction, s.sha256
FROM finding f JOIN page p ON p.id = f.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release
WHERE f.class = 'leak';
)sql";

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_SCHEMA_SQL_H_

// SPDX-License-Identifier: GPL-3.0-or-later
// The schema as SQL. Conventions that other tools rely on: singular tables, integer id keys, real foreign
// keys, a name or title where a table is a link target, ISO dates and JSON arrays as text. docs/schema.md
// says what each column means. A change here needs a new version and a MigrationStep that makes the same of
// an older database.
#ifndef VAUGHN_STORE_SCHEMA_SQL_H_
#define VAUGHN_STORE_SCHEMA_SQL_H_

namespace vaughn::store {

inline constexpr int kSchemaVersion = 7;

inline constexpr const char* kSchemaSql = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  tool_version TEXT NOT NULL,
  options TEXT NOT NULL,
  started TEXT NOT NULL,
  ended TEXT,
  outcome TEXT,
  ocr_engine TEXT
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

-- text and unbroken are the last, being wide, so that the narrow ones can be read without them.
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
  text_withheld_share REAL,
  text TEXT,
  unbroken TEXT,
  UNIQUE (source, number)
);
CREATE INDEX page_state ON page(source, state);
CREATE INDEX page_text_source ON page(text_source, ocr_confidence);
CREATE INDEX page_withheld_share ON page(source, text_withheld_share);

-- Encoding: docs/formats/words.md.
CREATE TABLE page_words (
  page INTEGER PRIMARY KEY REFERENCES page(id),
  words BLOB NOT NULL
);

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
  estimated_characters INTEGER NOT NULL,
  text_share REAL,
  estimated_lines INTEGER,
  estimated_words INTEGER,
  characters_low INTEGER,
  characters_high INTEGER,
  estimate_basis TEXT,
  words_before TEXT,
  words_after TEXT
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

// The index over the text of the pages, and over their lines that end within a word, where the word is whole.
// Datasette finds the table by content="page" in double quotes.
inline constexpr const char* kTextIndex = R"sql(
CREATE VIRTUAL TABLE page_fts USING fts5(text, unbroken, content="page", content_rowid="id",
                                         tokenize="unicode61 remove_diacritics 2");

INSERT INTO page_fts (page_fts, rank) VALUES ('hashsize', 8000000);

CREATE TRIGGER page_fts_insert AFTER INSERT ON page BEGIN
  INSERT INTO page_fts (rowid, text, unbroken) VALUES (new.id, new.text, new.unbroken);
END;
CREATE TRIGGER page_fts_delete AFTER DELETE ON page BEGIN
  INSERT INTO page_fts (page_fts, rowid, text, unbroken) VALUES ('delete', old.id, old.text, old.unbroken);
END;
)sql";

inline constexpr const char* kTextIndexUpdate = R"sql(
CREATE TRIGGER page_fts_update AFTER UPDATE OF text, unbroken ON page
WHEN old.text IS NOT new.text OR old.unbroken IS NOT new.unbroken BEGIN
  INSERT INTO page_fts (page_fts, rowid, text, unbroken) VALUES ('delete', old.id, old.text, old.unbroken);
  INSERT INTO page_fts (rowid, text, unbroken) VALUES (new.id, new.text, new.unbroken);
END;
)sql";

// The words of the index, to look for spellings among them: FTS5's own list reads the whole index. A word
// stays when the last page that had it is read otherwise.
inline constexpr const char* kVocabulary = R"sql(
CREATE TABLE vocabulary (
  word TEXT PRIMARY KEY
) WITHOUT ROWID;
)sql";

// What conditions on pages ask for, without the width of a page's row.
inline constexpr const char* kNarrowIndexes = R"sql(
CREATE INDEX page_facts ON page(id, source, number, state, run, text_source, ocr_confidence, text_withheld_share);
CREATE INDEX bates_number ON bates(number, prefix, page);
CREATE INDEX exemption_code_code ON exemption_code(code, role, page, redaction, certain);
CREATE INDEX exemption_code_page ON exemption_code(page, code, role, certain);
)sql";

// What the file itself calls a production number.
inline constexpr const char* kBatesArtifacts = R"sql(
CREATE TABLE bates_artifact (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  declared TEXT NOT NULL,
  shown TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
)sql";

// What is derived from the pages of a source, and what people corrected in it. Ids rise with source, page and
// place, as those of redactions do.
inline constexpr const char* kRecordTables = R"sql(
CREATE TABLE edge_line (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  text TEXT NOT NULL,
  confidence REAL NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);

CREATE TABLE stamp (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  number INTEGER,
  total INTEGER,
  raw TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES source(id),
  first_page INTEGER NOT NULL,
  last_page INTEGER NOT NULL,
  type TEXT NOT NULL,
  type_confidence REAL NOT NULL,
  date TEXT,
  confidence REAL NOT NULL,
  reasons TEXT NOT NULL,
  by_person INTEGER NOT NULL,
  first_bates TEXT,
  last_bates TEXT
);
CREATE INDEX record_type ON record(type);
CREATE INDEX record_date ON record(date);

CREATE TABLE record_page (
  page INTEGER PRIMARY KEY REFERENCES page(id),
  record INTEGER NOT NULL REFERENCES record(id)
);
CREATE INDEX record_page_record ON record_page(record);

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  record INTEGER NOT NULL REFERENCES record(id),
  page INTEGER NOT NULL REFERENCES page(id),
  last_page INTEGER NOT NULL,
  quoted INTEGER NOT NULL,
  form TEXT NOT NULL,
  from_text TEXT, to_text TEXT, cc_text TEXT, bcc_text TEXT, sent_text TEXT, attachments_text TEXT,
  sent TEXT,
  zone TEXT,
  subject TEXT,
  words INTEGER NOT NULL,
  fingerprint TEXT,
  confidence REAL NOT NULL,
  thread INTEGER,
  twin INTEGER,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
CREATE INDEX message_record ON message(record);
CREATE INDEX message_page ON message(page);
CREATE INDEX message_sent ON message(sent);
CREATE INDEX message_thread ON message(thread);

CREATE TABLE address (
  id INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES message(id),
  field TEXT NOT NULL,
  name TEXT,
  address TEXT,
  domain TEXT,
  redacted INTEGER NOT NULL
);
CREATE INDEX address_message ON address(message);
CREATE INDEX address_domain ON address(domain);

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  message INTEGER NOT NULL REFERENCES message(id)
);
CREATE INDEX attachment_message ON attachment(message);

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  page INTEGER NOT NULL REFERENCES page(id),
  last_page INTEGER NOT NULL,
  kind TEXT NOT NULL,
  stated_total INTEGER,
  listed INTEGER NOT NULL
);

CREATE TABLE absent_page (
  id INTEGER PRIMARY KEY,
  sheet INTEGER NOT NULL REFERENCES sheet(id),
  page INTEGER NOT NULL REFERENCES page(id),
  number TEXT,
  count INTEGER NOT NULL,
  disposition TEXT NOT NULL,
  reason TEXT,
  codes TEXT NOT NULL,
  certain INTEGER NOT NULL,
  raw TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
CREATE INDEX absent_page_sheet ON absent_page(sheet);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  record INTEGER NOT NULL REFERENCES record(id),
  page INTEGER NOT NULL REFERENCES page(id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  number REAL,
  raw TEXT NOT NULL,
  x0 REAL, y0 REAL, x1 REAL, y1 REAL
);
CREATE INDEX statement_kind ON statement(kind, value);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source(id),
  page INTEGER NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  made TEXT NOT NULL
);
CREATE INDEX correction_source ON correction(source);

CREATE TABLE request_item (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  item TEXT NOT NULL UNIQUE,
  request_number TEXT,
  text TEXT NOT NULL,
  query TEXT,
  date_from TEXT,
  date_to TEXT,
  types TEXT NOT NULL
);

CREATE TABLE item_page (
  id INTEGER PRIMARY KEY,
  item INTEGER NOT NULL REFERENCES request_item(id),
  page INTEGER NOT NULL REFERENCES page(id),
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
  made TEXT NOT NULL,
  UNIQUE (item, page)
);
CREATE INDEX item_page_page ON item_page(page);
)sql";

// Words printed with ligatures are found since then, too.
inline constexpr const char* kAddVocabulary = R"sql(
DROP INDEX exemption_code_code;
DROP INDEX exemption_code_page;
INSERT INTO page_fts (page_fts, rank) VALUES ('hashsize', 8000000);
CREATE TABLE temp.changed AS SELECT id FROM page WHERE unbroken IS NOT unbroken_lines(text);
INSERT INTO page_fts (page_fts, rowid, text, unbroken)
SELECT 'delete', id, text, unbroken FROM page WHERE id IN temp.changed;
DROP TRIGGER page_fts_update;
UPDATE page SET unbroken = unbroken_lines(text) WHERE id IN temp.changed;
INSERT INTO page_fts (rowid, text, unbroken) SELECT id, text, unbroken FROM page WHERE id IN temp.changed;
DROP TABLE temp.changed;
CREATE VIRTUAL TABLE temp.index_word USING fts5vocab(main, page_fts, row);
INSERT INTO vocabulary SELECT term FROM temp.index_word;
DROP TABLE temp.index_word;
)sql";

// unbroken_lines is model's, known to SQLite while a database is brought up to date.
inline constexpr const char* kAddUnbroken = R"sql(
DROP TRIGGER page_fts_insert;
DROP TRIGGER page_fts_delete;
DROP TRIGGER page_fts_update;
DROP TABLE page_fts;
ALTER TABLE page ADD COLUMN unbroken TEXT;
UPDATE page SET unbroken = unbroken_lines(text) WHERE text IS NOT NULL;
)sql";
inline constexpr const char* kFillTextIndex = R"sql(
INSERT INTO page_fts (page_fts) VALUES ('rebuild');
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

// What version 3 added: amounts with their range, shares of the text, words before and after, and the views
// that people read. A database made new and one brought up from an older version both get them from here.
inline constexpr const char* kWithheldViews = R"sql(
CREATE VIEW redactions AS
SELECT r.id, l.name AS release, s.name AS file, p.number AS page,
       (SELECT b.value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1) AS bates,
       (SELECT group_concat(c.code || CASE c.certain WHEN 0 THEN '?' ELSE '' END, ', ')
        FROM (SELECT code, certain FROM exemption_code WHERE redaction = r.id ORDER BY id) c) AS exemptions,
       r.words_before, r.words_after, r.kind, r.estimated_lines AS lines, r.estimated_words AS words,
       CASE r.estimate_basis WHEN 'unknown' THEN NULL ELSE r.estimated_characters END AS characters,
       r.characters_low AS characters_at_least, r.characters_high AS characters_at_most,
       round(100 * r.area_share, 2) AS percent_of_page, round(100 * r.text_share, 2) AS percent_of_text,
       CASE WHEN r.codes = '[]' THEN 'no code'
            WHEN EXISTS (SELECT 1 FROM exemption_code c WHERE c.redaction = r.id AND c.certain = 0) THEN 'no'
            ELSE 'yes' END AS code_certain,
       r.confidence,
       CASE WHEN EXISTS (SELECT 1 FROM finding f WHERE f.redaction = r.id AND f.class = 'leak')
            THEN 'yes' ELSE 'no' END AS hides_nothing,
       'Redaction ' || r.place || ', '
         || coalesce((SELECT group_concat(c.code || CASE c.certain WHEN 0 THEN '?' ELSE '' END, ', ')
                      FROM (SELECT code, certain FROM exemption_code WHERE redaction = r.id ORDER BY id) c), 'no code read')
         || ', at p. ' || p.number || ' of ' || s.name
         || coalesce(', ' || (SELECT CASE b.how WHEN 'inferred' THEN '[' || b.value || ']' ELSE b.value END
                              FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1), '')
         || coalesce(', sha256 ' || substr(s.sha256, 1, 12), '') AS citation,
       s.path, s.sha256
FROM redaction r JOIN page p ON p.id = r.page JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release;

CREATE VIEW page_withheld AS
SELECT p.id, l.name AS release, s.path AS source, p.number AS page,
       (SELECT b.value FROM bates b WHERE b.page = p.id ORDER BY b.id LIMIT 1) AS bates,
       p.text_withheld_share AS withheld_share, count(r.id) AS redactions,
       coalesce(sum(r.kind = 'page'), 0) AS in_full, coalesce(sum(r.estimated_characters), 0) AS estimated_characters,
       s.sha256
FROM page p JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release LEFT JOIN redaction r ON r.page = p.id
WHERE p.state IN ('read', 'ocr-due')
GROUP BY p.id;

CREATE VIEW source_withheld AS
SELECT s.id, l.name AS release, s.path AS source, count(p.text_withheld_share) AS pages,
       round(avg(p.text_withheld_share), 4) AS withheld_share,
       round(sum(p.text_withheld_share), 2) AS pages_withheld,
       (SELECT count(*) FROM redaction r WHERE r.page BETWEEN s.id * 1000000 AND s.id * 1000000 + 999999
        AND r.kind = 'page') AS in_full,
       (SELECT count(*) FROM redaction r WHERE r.page BETWEEN s.id * 1000000 AND s.id * 1000000 + 999999) AS redactions,
       (SELECT coalesce(sum(r.estimated_characters), 0) FROM redaction r
        WHERE r.page BETWEEN s.id * 1000000 AND s.id * 1000000 + 999999) AS estimated_characters,
       s.sha256
FROM source s JOIN release l ON l.id = s.release LEFT JOIN page p ON p.source = s.id
GROUP BY s.id;

CREATE VIEW release_withheld AS
SELECT l.id, l.name AS release, l.agency, l.request_number, l.received, count(w.id) AS sources,
       coalesce(sum(w.pages), 0) AS pages,
       round(sum(w.pages_withheld) / nullif(sum(w.pages), 0), 4) AS withheld_share,
       coalesce(sum(w.in_full), 0) AS in_full, coalesce(sum(w.redactions), 0) AS redactions,
       coalesce(sum(w.estimated_characters), 0) AS estimated_characters
FROM release l LEFT JOIN source s ON s.release = l.id LEFT JOIN source_withheld w ON w.id = s.id
GROUP BY l.id;
)sql";

inline constexpr const char* kAddAmounts = R"sql(
ALTER TABLE page ADD COLUMN text_withheld_share REAL;
CREATE INDEX page_withheld_share ON page(source, text_withheld_share);
ALTER TABLE redaction ADD COLUMN text_share REAL;
ALTER TABLE redaction ADD COLUMN estimated_lines INTEGER;
ALTER TABLE redaction ADD COLUMN estimated_words INTEGER;
ALTER TABLE redaction ADD COLUMN characters_low INTEGER;
ALTER TABLE redaction ADD COLUMN characters_high INTEGER;
ALTER TABLE redaction ADD COLUMN estimate_basis TEXT;
ALTER TABLE redaction ADD COLUMN words_before TEXT;
ALTER TABLE redaction ADD COLUMN words_after TEXT;
)sql";

// Every reading of a page, so that one that is read again does not lose what was read before. Text and words
// of the current reading stand in page and page_words and nowhere else. A database made new and one brought
// up from an older version both get the table from here.
inline constexpr const char* kReadingTable = R"sql(
CREATE TABLE page_reading (
  id INTEGER PRIMARY KEY,
  page INTEGER NOT NULL REFERENCES page(id),
  number INTEGER NOT NULL CHECK (number >= 1),
  run INTEGER REFERENCES run(id),
  created TEXT,
  state TEXT NOT NULL CHECK (state IN ('read', 'failed', 'ocr-due')),
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  engine TEXT,
  languages TEXT,
  options TEXT,
  text_source TEXT,
  reason TEXT,
  ocr_confidence REAL,
  words INTEGER,
  problem TEXT,
  cause TEXT,
  advice TEXT,
  word_boxes BLOB,
  text TEXT,
  CHECK (current = 0 OR (state <> 'failed' AND text IS NULL AND word_boxes IS NULL)),
  UNIQUE (page, number)
);
CREATE UNIQUE INDEX page_reading_current ON page_reading(page) WHERE current = 1;
CREATE INDEX page_reading_run ON page_reading(run);
)sql";

// What a page holds, or why it failed, becomes its first reading. How many words it has is the number at the
// start of the words' encoding (docs/formats/words.md), which three bytes hold for any page; when and by what
// it was read is not known.
inline constexpr const char* kAddFirstReadings = R"sql(
ALTER TABLE run ADD COLUMN ocr_engine TEXT;
INSERT INTO page_reading (id, page, number, run, state, current, languages, options, text_source, reason,
                          ocr_confidence, words)
SELECT p.id * 10000 + 1, p.id, 1, p.run, p.state, 1, p.languages, p.options, p.text_source, p.reason, p.ocr_confidence,
       CASE WHEN w.words IS NULL THEN 0
            WHEN hex(substr(w.words, 1, 1)) <> '01' THEN NULL
            WHEN w.b2 < 128 THEN w.b2
            WHEN w.b3 < 128 THEN w.b2 - 128 + w.b3 * 128
            WHEN w.b4 < 128 THEN w.b2 - 128 + (w.b3 - 128) * 128 + w.b4 * 16384 END
FROM page p LEFT JOIN (
  SELECT page, words,
         (instr('0123456789ABCDEF', substr(head, 3, 1)) - 1) * 16 + instr('0123456789ABCDEF', substr(head, 4, 1)) - 1 AS b2,
         (instr('0123456789ABCDEF', substr(head, 5, 1)) - 1) * 16 + instr('0123456789ABCDEF', substr(head, 6, 1)) - 1 AS b3,
         (instr('0123456789ABCDEF', substr(head, 7, 1)) - 1) * 16 + instr('0123456789ABCDEF', substr(head, 8, 1)) - 1 AS b4
  FROM (SELECT page, words, hex(substr(words, 1, 4)) AS head FROM page_words)) w ON w.page = p.id
WHERE p.state IN ('read', 'ocr-due');
INSERT INTO page_reading (id, page, number, run, state, current, problem, cause, advice)
SELECT p.id * 10000 + 1, p.id, 1, p.run, 'failed', 0, x.kind, x.cause, x.advice
FROM page p LEFT JOIN problem x ON x.id = p.id * 10000 + 1
WHERE p.state = 'failed';
)sql";

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_SCHEMA_SQL_H_

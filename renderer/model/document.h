// A source file as the regulation names its parts, each with its place in the file.
//
// This is what the file says; it may be nonsense until `check` has made a CheckedDocument of it.
// GLOSSARY.md maps each Indonesian element to the one English word used here.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/source_span.h"
#include "model/rich_text.h"

namespace lembar::model {

// An attribute or short text with its place.
struct Text {
  std::string value;
  SourceSpan where;
};

// A label that an author sets in place of the template's: absent = the template's, empty = none is printed.
using Label = std::optional<std::string>;

// A date as written. `iso` holds YYYY-MM-DD where it is known; printed is what stands on the sheet.
struct Date {
  std::string printed;
  std::string iso;
  SourceSpan where;
};

// ---------------------------------------------------------------- front matter

enum class Side { left, right, center };

struct CoverPart {  // one child of <sampul>, in the order written
  enum class Kind { title, subtitle, slogan, image, office, year } kind = Kind::title;
  std::vector<TextRun> runs;
  std::string image;  // kind image: path as written
  Side side = Side::center;
  SourceSpan where;
};

struct Cover {
  std::vector<CoverPart> parts;
  SourceSpan where;
};

enum class LetterheadRole { government, parent, unit, subunit, address, contact };  // peran=

struct LetterheadLine {
  LetterheadRole role = LetterheadRole::unit;
  std::vector<TextRun> runs;
  bool own_cell = false;  // sel="sendiri"
  SourceSpan where;
};

struct Letterhead {  // <kop>
  std::optional<Text> logo, logo_right;  // path as written, relative to the file
  std::optional<std::string> logo_text;
  std::vector<LetterheadLine> lines;
  SourceSpan where;
};

// A signing official: <disahkan-oleh> or <pengesah>.
struct Official {
  std::vector<Text> positions;  // jabatan*
  std::optional<Text> name, rank, nip;
  std::optional<Text> on_behalf_of;  // atas-nama=
  std::string manner;                // cara= a.n. | u.b. | Plt. | Plh. | Pj.; empty: none
  Label label;
  SourceSpan where;
  Label nip_label;  // label= on <nip>: what stands before the number in place of the template's "NIP. ", its space included
};

enum class IdentityKey { number, created, revised, effective, approved_by, title, custom };

struct IdentityField {
  IdentityKey key = IdentityKey::custom;
  Label label;
  RichText text;                     // number, title, custom
  std::optional<Date> date;          // created, revised, effective
  std::optional<Official> official;  // approved_by
  SourceSpan where;
};

struct Identity {
  std::vector<IdentityField> fields;  // as written
  Label label;
  SourceSpan where;
};

enum class BoxKind { legal_basis, qualifications, related, equipment, warnings, records, custom };

struct Box {
  BoxKind kind = BoxKind::custom;
  Label label;
  RichText text;
  SourceSpan where;
};

// ---------------------------------------------------------------- lanes and heads

struct Actor {
  std::string id;
  std::vector<TextRun> runs;  // the head's words
  SourceSpan where;
};

// One heading over adjoining lanes; `name` empty: lanes without a group.
struct LaneGroup {
  std::string name;
  std::vector<Actor> actors;
  SourceSpan where;
};

struct Lanes {  // <pelaksana>
  std::vector<LaneGroup> groups;  // in order; consecutive lanes without a group stand in one nameless entry
  Label label;
  SourceSpan where;

  std::vector<const Actor*> actors() const;  // left to right
};

struct HeadColumn {  // <kolom isi="…">
  std::string content;              // nomor uraian pelaksana kelengkapan waktu output keterangan, or a template column's id
  std::optional<RichText> words;    // absent: the template's words
  Label label;
  SourceSpan where;
};

struct HeadGroup {  // a <kelompok nama> of columns, or one column with an empty name
  std::string name;
  std::vector<HeadColumn> columns;
  SourceSpan where;
};

struct Head {  // <kepala>
  std::vector<HeadGroup> groups;
  std::optional<std::string> number_row;  // baris-nomor= "1" or "(1)"
  SourceSpan where;
};

// ---------------------------------------------------------------- the flow table

enum class SymbolKind { start, end, process, decision, circle };

struct Connector {  // <alur>
  Text to;
  std::string label;
  bool plain = false;  // garis="polos"
  SourceSpan where;
};

struct Symbol {
  std::string id;
  Text actor;
  std::optional<Text> actor_to;  // sampai=
  int rows = 1;                  // baris=
  SymbolKind kind = SymbolKind::process;
  std::vector<TextRun> runs;     // the words inside
  bool dead_end = false;         // buntu="ya"
  std::vector<Connector> connectors;
  SourceSpan where;
};

struct Cell {
  std::string column;  // uraian kelengkapan waktu output keterangan, or a template column's id
  RichText text;
  int row_span = 1;  // gabung=
  // <waktu jumlah="2" satuan="menit">: kept for sums; `text` holds the words already.
  std::optional<Text> amount, unit;
  SourceSpan where;
};

struct Step {  // <langkah>
  std::string id;
  std::optional<std::string> number;  // nomor= as given; absent: counted
  std::vector<Cell> cells;            // as written
  std::vector<Symbol> symbols;
  int lane_row_span = 1;  // gabung-lajur=
  SourceSpan where;
};

struct SectionRow {  // <bagian>
  RichText text;
  SourceSpan where;
};

struct TotalRow {  // <jumlah/>
  RichText text;  // empty: the sum of Waktu under the template's words
  Label label;
  SourceSpan where;
};

using Row = std::variant<Step, SectionRow, TotalRow>;

struct FlowTable {  // <prosedur>
  std::vector<RichText> titles;
  std::optional<Lanes> lanes;  // own lanes; absent: the procedure's
  std::optional<Head> head;
  std::vector<Row> rows;
  std::vector<RichText> notes;  // <catatan>
  SourceSpan where;
};

struct SigningBlock {  // <pengesah>
  Official official;
  Side side = Side::right;
  bool side_given = false;
  std::optional<Text> place;
  std::optional<Date> date;
  std::optional<RichText> opening;  // <pembuka>
  SourceSpan where;
};

struct Revision {
  std::string number;
  Date date;
  std::string by;
  RichText text;
  SourceSpan where;
};

enum class SigningMode { wet, tte, blank };                       // pengesahan=
enum class Status { none, draft, in_force, revoked, copy };       // status=; none: not given

struct Procedure {  // <sop>
  std::string template_name;  // empty: the default
  std::string paper;          // as written; empty: the template's
  std::optional<SigningMode> signing;
  Status status = Status::none;
  std::optional<Cover> cover;
  std::optional<Letterhead> letterhead;
  std::optional<Identity> identity;
  std::vector<Box> boxes;
  std::optional<Lanes> lanes;
  std::optional<Head> head;
  std::vector<FlowTable> tables;
  std::vector<SigningBlock> signing_blocks;
  std::vector<Revision> history;
  SourceSpan where, template_where, paper_where;
  int file = 0;  // its source file: relative paths start there
  Label history_label;  // label= on <riwayat>

  // Plain words of the title (nama-sop) and number, for running heads and metadata; empty where not given.
  std::string title() const;
  std::string number() const;
};

struct Document {  // a file: one <sop>, or a <himpunan> with what its sheets inherit already filled in
  bool compilation = false;
  std::string template_name;
  std::optional<Cover> cover;
  bool contents = false;       // <daftar-isi/>
  bool symbol_legend = false;  // <arti-simbol/>
  std::vector<Procedure> procedures;
  SourceSpan where;
};

}  // namespace lembar::model

#include "job/model_json.h"

namespace lembar::job {

namespace {

template <class Enum, std::size_t N>
const char* name_of(const char* const (&names)[N], Enum value) {
  return names[static_cast<std::size_t>(value)];
}

constexpr const char* kBlockKinds[] = {"paragraph", "subhead", "item"};
constexpr const char* kMarkers[] = {"number", "letter", "bullet", "dash", "none"};
constexpr const char* kCoverParts[] = {"title", "subtitle", "slogan", "image", "office", "year"};
constexpr const char* kSides[] = {"left", "right", "center"};
constexpr const char* kLetterheadRoles[] = {"government", "parent", "unit", "subunit", "address", "contact"};
constexpr const char* kIdentityKeys[] = {"number", "created", "revised", "effective", "approved-by", "title", "custom"};
constexpr const char* kBoxKinds[] = {"legal-basis", "qualifications", "related", "equipment", "warnings", "records", "custom"};
constexpr const char* kSigningModes[] = {"wet", "tte", "blank"};
constexpr const char* kStatuses[] = {"none", "draft", "in-force", "revoked", "copy"};

void add_if(JsonWriter& out, const char* key, const std::string& text) {
  if (!text.empty()) out.member(key, text);
}

void add_if(JsonWriter& out, const char* key, const std::optional<model::Text>& text) {
  if (text) out.member(key, text->value);
}

void add_date(JsonWriter& out, const char* key, const model::Date& date) {
  out.key(key).begin_object().member("printed", date.printed);
  add_if(out, "iso", date.iso);
  out.end_object();
}

void add_cover(JsonWriter& out, const model::Cover& cover) {
  out.line().key("cover").begin_array();
  for (const model::CoverPart& part : cover.parts) {
    out.begin_object().member("kind", name_of(kCoverParts, part.kind));
    if (part.kind == model::CoverPart::Kind::image) {
      out.member("image", part.image);
    } else {
      out.member("text", model::plain_text(part.runs));
    }
    out.member("side", name_of(kSides, part.side)).end_object();
  }
  out.end_array();
}

void add_letterhead(JsonWriter& out, const model::Letterhead& letterhead) {
  out.line().key("letterhead").begin_object();
  add_if(out, "logo", letterhead.logo);
  add_if(out, "logoRight", letterhead.logo_right);
  if (letterhead.logo_text) out.member("logoText", *letterhead.logo_text);
  out.key("lines").begin_array();
  for (const model::LetterheadLine& line : letterhead.lines) {
    out.begin_object().member("role", name_of(kLetterheadRoles, line.role)).member("text", model::plain_text(line.runs));
    if (line.own_cell) out.member("ownCell", true);
    out.end_object();
  }
  out.end_array().end_object();
}

void add_identity(JsonWriter& out, const model::Identity& identity) {
  out.line().key("identity").begin_array();
  for (const model::IdentityField& field : identity.fields) {
    out.line().begin_object().member("key", name_of(kIdentityKeys, field.key));
    add_label(out, field.label);
    if (!field.text.empty()) add_rich_text(out, "text", field.text);
    if (field.date) add_date(out, "date", *field.date);
    if (field.official) add_official(out, "official", *field.official);
    out.end_object();
  }
  out.end_array();
}

void add_boxes(JsonWriter& out, const std::vector<model::Box>& boxes) {
  out.line().key("boxes").begin_array();
  for (const model::Box& box : boxes) {
    out.line().begin_object().member("kind", name_of(kBoxKinds, box.kind));
    add_label(out, box.label);
    add_rich_text(out, "text", box.text);
    out.end_object();
  }
  out.end_array();
}

void add_signing_blocks(JsonWriter& out, const std::vector<model::SigningBlock>& blocks) {
  out.line().key("signingBlocks").begin_array();
  for (const model::SigningBlock& block : blocks) {
    out.line().begin_object();
    add_official(out, "official", block.official);
    if (block.side_given) out.member("side", name_of(kSides, block.side));
    add_if(out, "place", block.place);
    if (block.date) add_date(out, "date", *block.date);
    if (block.opening) add_rich_text(out, "opening", *block.opening);
    out.end_object();
  }
  out.end_array();
}

void add_history(JsonWriter& out, const std::vector<model::Revision>& history) {
  out.line().key("history").begin_array();
  for (const model::Revision& revision : history) {
    out.line().begin_object().member("number", revision.number);
    add_date(out, "date", revision.date);
    add_if(out, "by", revision.by);
    add_rich_text(out, "text", revision.text);
    out.end_object();
  }
  out.end_array();
}

void add_procedure(JsonWriter& out, const model::Procedure& procedure) {
  out.line().begin_object().member("title", procedure.title()).member("number", procedure.number());
  add_if(out, "template", procedure.template_name);
  add_if(out, "paper", procedure.paper);
  if (procedure.signing) out.member("signing", name_of(kSigningModes, *procedure.signing));
  out.member("status", name_of(kStatuses, procedure.status));
  if (procedure.cover) add_cover(out, *procedure.cover);
  if (procedure.letterhead) add_letterhead(out, *procedure.letterhead);
  if (procedure.identity) add_identity(out, *procedure.identity);
  add_boxes(out, procedure.boxes);
  if (procedure.lanes) add_lanes(out, *procedure.lanes);
  if (procedure.head) add_head(out, *procedure.head);
  out.line().key("tables").begin_array();
  for (const model::FlowTable& table : procedure.tables) add_table(out, table);
  out.end_array();
  add_signing_blocks(out, procedure.signing_blocks);
  add_history(out, procedure.history);
  out.end_object();
}

}  // namespace

void add_label(JsonWriter& out, const model::Label& label) {
  if (label) out.member("label", *label);
}

void add_rich_text(JsonWriter& out, const char* key, const model::RichText& text) {
  out.key(key).begin_object();
  if (text.marker) out.member("marker", name_of(kMarkers, *text.marker));
  out.key("blocks").begin_array();
  for (const model::Block& block : text.blocks) {
    out.begin_object().member("kind", name_of(kBlockKinds, block.kind)).member("text", model::plain_text(block.runs));
    if (block.level != 0) out.member("level", block.level);
    if (block.number) out.member("number", *block.number);
    if (block.marker) out.member("marker", name_of(kMarkers, *block.marker));
    out.end_object();
  }
  out.end_array().end_object();
}

void add_official(JsonWriter& out, const char* key, const model::Official& official) {
  out.key(key).begin_object().key("positions").begin_array();
  for (const model::Text& position : official.positions) out.value(position.value);
  out.end_array();
  add_if(out, "name", official.name);
  add_if(out, "rank", official.rank);
  add_if(out, "nip", official.nip);
  add_if(out, "onBehalfOf", official.on_behalf_of);
  add_if(out, "manner", official.manner);
  add_label(out, official.label);
  out.end_object();
}

std::string model_json(const model::Document& document) {
  JsonWriter out;
  out.begin_object().member("version", 1).member("compilation", document.compilation);
  add_if(out, "template", document.template_name);
  if (document.cover) add_cover(out, *document.cover);
  if (document.contents) out.member("contents", true);
  if (document.symbol_legend) out.member("symbolLegend", true);
  out.line().key("procedures").begin_array();
  for (const model::Procedure& procedure : document.procedures) add_procedure(out, procedure);
  return out.end_array().end_object().take();
}

}  // namespace lembar::job

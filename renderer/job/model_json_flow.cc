#include "job/model_json.h"

namespace lembar::job {

namespace {

const char* kind_name(model::SymbolKind kind) {
  static constexpr const char* kNames[] = {"start", "end", "process", "decision", "circle"};
  return kNames[static_cast<std::size_t>(kind)];
}

void add_symbol(JsonWriter& out, const model::Symbol& symbol) {
  out.begin_object().member("id", symbol.id).member("kind", kind_name(symbol.kind)).member("actor", symbol.actor.value);
  if (symbol.actor_to) out.member("actorTo", symbol.actor_to->value);
  if (symbol.rows != 1) out.member("rows", symbol.rows);
  out.member("text", model::plain_text(symbol.runs));
  if (symbol.dead_end) out.member("deadEnd", true);
  out.key("connectors").begin_array();
  for (const model::Connector& connector : symbol.connectors) {
    out.begin_object().member("to", connector.to.value).member("label", connector.label);
    if (connector.plain) out.member("plain", true);
    out.end_object();
  }
  out.end_array().end_object();
}

struct RowWriter {
  JsonWriter& out;

  void operator()(const model::Step& step) const {
    out.member("step", step.id);
    if (step.number) out.member("number", *step.number);
    if (step.lane_row_span != 1) out.member("laneRowSpan", step.lane_row_span);
    out.key("cells").begin_array();
    for (const model::Cell& cell : step.cells) {
      out.begin_object().member("column", cell.column);
      if (cell.row_span != 1) out.member("rowSpan", cell.row_span);
      if (cell.amount) out.member("amount", cell.amount->value);
      if (cell.unit) out.member("unit", cell.unit->value);
      add_rich_text(out, "text", cell.text);
      out.end_object();
    }
    out.end_array().key("symbols").begin_array();
    for (const model::Symbol& symbol : step.symbols) add_symbol(out, symbol);
    out.end_array();
  }
  void operator()(const model::SectionRow& row) const { add_rich_text(out, "section", row.text); }
  void operator()(const model::TotalRow& row) const {
    add_label(out, row.label);
    add_rich_text(out, "total", row.text);
  }
};

}  // namespace

void add_lanes(JsonWriter& out, const model::Lanes& lanes) {
  out.line().key("lanes").begin_object();
  add_label(out, lanes.label);
  out.key("groups").begin_array();
  for (const model::LaneGroup& group : lanes.groups) {
    out.begin_object().member("name", group.name).key("actors").begin_array();
    for (const model::Actor& actor : group.actors) {
      out.begin_object().member("id", actor.id).member("text", model::plain_text(actor.runs)).end_object();
    }
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

void add_head(JsonWriter& out, const model::Head& head) {
  out.line().key("head").begin_object();
  if (head.number_row) out.member("numberRow", *head.number_row);
  out.key("groups").begin_array();
  for (const model::HeadGroup& group : head.groups) {
    out.begin_object().member("name", group.name).key("columns").begin_array();
    for (const model::HeadColumn& column : group.columns) {
      out.begin_object().member("content", column.content);
      add_label(out, column.label);
      if (column.words) add_rich_text(out, "text", *column.words);
      out.end_object();
    }
    out.end_array().end_object();
  }
  out.end_array().end_object();
}

void add_table(JsonWriter& out, const model::FlowTable& table) {
  out.line().begin_object().key("titles").begin_array();
  for (const model::RichText& title : table.titles) out.value(model::plain_text(title));
  out.end_array();
  if (table.lanes) add_lanes(out, *table.lanes);
  if (table.head) add_head(out, *table.head);
  out.line().key("rows").begin_array();
  for (const model::Row& row : table.rows) {
    out.line().begin_object();
    std::visit(RowWriter{out}, row);
    out.end_object();
  }
  out.end_array().key("notes").begin_array();
  for (const model::RichText& note : table.notes) out.value(model::plain_text(note));
  out.end_array().end_object();
}

}  // namespace lembar::job

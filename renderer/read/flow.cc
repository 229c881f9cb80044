// The flow table: lanes, heads, rows, and the symbols and connectors of a step.
#include <algorithm>
#include <set>
#include <utility>

#include "read/attribute_forms.h"
#include "read/parts.h"
#include "read/text.h"

namespace lembar::read {

using namespace model;

namespace {

SymbolKind symbol_kind_of(const XmlNode& node) {
  const std::string shape = words_of(node, "bentuk");
  if (shape == "mulai") return SymbolKind::start;
  if (shape == "selesai") return SymbolKind::end;
  if (shape == "keputusan") return SymbolKind::decision;
  if (shape == "lingkaran") return SymbolKind::circle;
  return SymbolKind::process;
}

int span_of(const XmlNode& node, std::string_view attribute) {
  return std::max(1, count_in(words_of(node, attribute)));
}

std::vector<Connector> connectors_of(const XmlNode& node) {
  std::vector<Connector> connectors;
  for (const XmlNode& child : node.children) {
    if (!child.is("alur")) continue;
    Connector connector;
    connector.where = child.where;
    connector.to = text_of(child, "ke").value_or(Text{{}, child.where});
    connector.label = words_of(child, "label");
    connector.plain = words_of(child, "garis") == "polos";
    connectors.push_back(std::move(connector));
  }
  return connectors;
}

Symbol read_symbol(const XmlNode& node) {
  Symbol symbol;
  symbol.where = node.where;
  symbol.id = words_of(node, "id");
  symbol.actor = text_of(node, "pelaksana").value_or(Text{{}, node.where});
  symbol.actor_to = text_of(node, "sampai");
  symbol.rows = span_of(node, "baris");
  symbol.kind = symbol_kind_of(node);
  symbol.runs = read_runs(node);
  symbol.dead_end = words_of(node, "buntu") == "ya";
  symbol.connectors = connectors_of(node);
  return symbol;
}

// The one symbol of a step that has none written out.
Symbol shorthand_symbol(const XmlNode& node, const std::string& id) {
  Symbol symbol;
  symbol.where = node.where;
  symbol.id = id;
  symbol.actor = text_of(node, "pelaksana").value_or(Text{{}, node.where});
  symbol.kind = symbol_kind_of(node);
  const std::string words = words_of(node, "isi");
  if (!words.empty()) symbol.runs.push_back({words});
  symbol.connectors = connectors_of(node);
  return symbol;
}

void read_symbols(const XmlNode& node, Step& step, Findings& findings) {
  const bool has_shorthand = node.attribute("pelaksana") || node.attribute("bentuk") || node.attribute("isi") || node.child("alur");
  for (const XmlNode& child : node.children)
    if (child.is("simbol")) step.symbols.push_back(read_symbol(child));

  if (has_shorthand && !step.symbols.empty()) {
    findings.error(node.where, "shorthand-mixed",
                   {"Langkah " + in_quotes(step.id) + " memakai <simbol> sekaligus bentuk singkatnya.",
                    "Step " + in_quotes(step.id) + " uses both <simbol> and the shorthand for one."},
                   {{"Pindahkan pelaksana, bentuk, isi, dan <alur> ke dalam <simbol>.",
                     "Move pelaksana, bentuk, isi and <alur> into a <simbol>."}});
    return;
  }
  if (has_shorthand) {
    if (!node.attribute("pelaksana"))
      findings.error(node.where, "attribute-missing",
                     {"Langkah " + in_quotes(step.id) + " bersimbol tetapi tanpa pelaksana.",
                      "Step " + in_quotes(step.id) + " has a symbol but no pelaksana."},
                     {{"Tambahkan pelaksana=\"…\".", "Add pelaksana=\"…\"."}});
    step.symbols.push_back(shorthand_symbol(node, step.id));
    return;
  }
  if (step.symbols.size() == 1 && step.symbols[0].id.empty()) step.symbols[0].id = step.id;
  for (const Symbol& symbol : step.symbols)
    if (symbol.id.empty())
      findings.error(symbol.where, "attribute-missing",
                     {"Simbol ini harus beratribut id, karena langkahnya memuat lebih dari satu simbol.",
                      "This symbol must have the attribute id, because its step has more than one symbol."},
                     {{"Tambahkan id=\"…\".", "Add id=\"…\"."}});
}

Cell read_cell(const XmlNode& node) {
  Cell cell;
  cell.where = node.where;
  cell.column = node.is("kolom") ? words_of(node, "id") : node.name;
  cell.text = read_rich_text(node);
  cell.row_span = span_of(node, "gabung");
  if (node.is("waktu")) {
    cell.amount = text_of(node, "jumlah");
    cell.unit = text_of(node, "satuan");
    if (cell.text.empty()) {
      std::string words = cell.amount ? cell.amount->value : std::string();
      if (cell.unit && !cell.unit->value.empty()) words += (words.empty() ? "" : " ") + cell.unit->value;
      const auto marker = cell.text.marker;
      cell.text = rich_text_of(std::move(words), node.where);
      cell.text.marker = marker;
    }
  }
  return cell;
}

bool is_cell(const XmlNode& node) {
  static const char* const kCells[] = {"uraian", "kelengkapan", "waktu", "output", "keterangan", "kolom"};
  return std::any_of(std::begin(kCells), std::end(kCells), [&](const char* name) { return node.is(name); });
}

HeadColumn read_head_column(const XmlNode& node) {
  HeadColumn column;
  column.where = node.where;
  column.content = words_of(node, "isi");
  column.label = value_of(node, "label");
  RichText words = read_rich_text(node);
  if (!words.empty()) column.words = std::move(words);
  return column;
}

}  // namespace

Lanes read_lanes(const XmlNode& node) {
  Lanes lanes;
  lanes.where = node.where;
  lanes.label = value_of(node, "label");
  const auto add = [](LaneGroup& group, const XmlNode& actor) {
    group.actors.push_back({words_of(actor, "id"), read_runs(actor), actor.where});
  };
  bool in_nameless = false;
  for (const XmlNode& child : node.children) {
    if (child.is("kelompok")) {
      LaneGroup group;
      group.name = words_of(child, "nama");
      group.where = child.where;
      for (const XmlNode& inner : child.children)
        if (inner.is("aktor")) add(group, inner);
      lanes.groups.push_back(std::move(group));
      in_nameless = false;
    } else if (child.is("aktor")) {
      if (!in_nameless) lanes.groups.push_back({{}, {}, child.where});
      in_nameless = true;
      add(lanes.groups.back(), child);
    }
  }
  return lanes;
}

Head read_head(const XmlNode& node) {
  Head head;
  head.where = node.where;
  head.number_row = value_of(node, "baris-nomor");
  for (const XmlNode& child : node.children) {
    if (child.is("kolom")) {
      head.groups.push_back({{}, {read_head_column(child)}, child.where});
    } else if (child.is("kelompok")) {
      HeadGroup group;
      group.name = words_of(child, "nama");
      group.where = child.where;
      for (const XmlNode& inner : child.children)
        if (inner.is("kolom")) group.columns.push_back(read_head_column(inner));
      head.groups.push_back(std::move(group));
    }
  }
  return head;
}

Step read_step(const XmlNode& node, Findings& findings) {
  Step step;
  step.where = node.where;
  step.id = words_of(node, "id");
  step.number = value_of(node, "nomor");
  step.lane_row_span = span_of(node, "gabung-lajur");
  std::set<std::string> filled;
  for (const XmlNode& child : node.children) {
    if (!is_cell(child)) continue;
    Cell cell = read_cell(child);
    if (!filled.insert(cell.column).second && child.is("kolom"))
      findings.error(child.where, "element-twice",
                     {"Kolom " + in_quotes(cell.column) + " sudah diisi dalam langkah ini.", "Column " + in_quotes(cell.column) + " is already filled in this step."},
                     {{"Gabungkan keduanya, atau hapus salah satu.", "Join the two, or remove one."}});
    step.cells.push_back(std::move(cell));
  }
  read_symbols(node, step, findings);
  return step;
}

FlowTable read_flow_table(const XmlNode& node, Findings& findings) {
  FlowTable table;
  table.where = node.where;
  if (const auto title = text_of(node, "judul"); title && !title->value.empty())
    table.titles.push_back(rich_text_of(title->value, title->where));
  for (const XmlNode& child : node.children) {
    if (child.is("judul")) table.titles.push_back(read_rich_text(child));
    else if (child.is("pelaksana")) table.lanes = read_lanes(child);
    else if (child.is("kepala")) table.head = read_head(child);
    else if (child.is("langkah")) table.rows.emplace_back(read_step(child, findings));
    else if (child.is("bagian")) table.rows.emplace_back(SectionRow{read_rich_text(child), child.where});
    else if (child.is("jumlah")) table.rows.emplace_back(TotalRow{read_rich_text(child), value_of(child, "label"), child.where});
    else if (child.is("catatan")) table.notes.push_back(read_rich_text(child));
  }
  return table;
}

}  // namespace lembar::read

#include "layout/layout_json.h"

#include "base/json.h"

namespace lembar::layout {

namespace {

constexpr int kDecimals = 4;

void add_length(JsonWriter& out, const char* key, Length l) { out.member(key, to_mm(l), kDecimals); }

void add_rect(JsonWriter& out, const Rect& r) {
  add_length(out, "x", r.x);
  add_length(out, "y", r.y);
  add_length(out, "w", r.w);
  add_length(out, "h", r.h);
}

void add_if(JsonWriter& out, const char* key, const std::string& text) {
  if (!text.empty()) out.member(key, text);
}

const char* kind_name(PlacedKind kind) {
  switch (kind) {
    case PlacedKind::start: return "start";
    case PlacedKind::end: return "end";
    case PlacedKind::process: return "process";
    case PlacedKind::decision: return "decision";
    case PlacedKind::circle: return "circle";
    case PlacedKind::offpage: return "offpage";
  }
  return "process";
}

void add_cells(JsonWriter& out, const PlacedPage& page) {
  out.line().key("cells").begin_array();
  for (const PlacedCell& cell : page.cells) {
    out.line().begin_object().member("id", cell.id).member("role", cell.role);
    add_if(out, "row", cell.row);
    add_if(out, "actor", cell.actor);
    add_if(out, "table", cell.table);
    add_if(out, "parent", cell.parent);
    add_rect(out, cell.box);
    out.end_object();
  }
  out.end_array();
}

void add_texts(JsonWriter& out, const PlacedPage& page) {
  out.line().key("texts").begin_array();
  for (const PlacedText& text : page.texts) {
    out.line().begin_object();
    switch (text.owner) {
      case OwnerKind::none: out.member("cell", ""); break;
      case OwnerKind::cell: out.member("cell", text.owner_id); break;
      case OwnerKind::symbol: out.member("symbol", text.owner_id); break;
      case OwnerKind::connector: out.member("connector", text.owner_id); break;
    }
    add_if(out, "role", text.role);
    out.member("text", text.line.text);
    add_rect(out, text.box);
    out.member("size", to_pt(text.size), 3);
    if (text.turn == Turn::upright) out.member("angle", 90);
    if (text.turn == Turn::rising) out.member("angle", 36.87, 2);
    if (text.stamp) out.member("stamp", true);
    out.end_object();
  }
  out.end_array();
}

void add_lanes_and_rows(JsonWriter& out, const PlacedPage& page) {
  out.line().key("lanes").begin_array();
  for (const PlacedLane& lane : page.lanes) {
    out.line().begin_object().member("actor", lane.actor);
    add_if(out, "table", lane.table);
    add_rect(out, {lane.x, lane.y, lane.w, lane.h});
    out.end_object();
  }
  out.end_array().line().key("rows").begin_array();
  for (const PlacedRow& row : page.rows) {
    out.line().begin_object().member("step", row.step);
    add_if(out, "role", row.role);
    add_if(out, "table", row.table);
    add_length(out, "y", row.y);
    add_length(out, "h", row.h);
    out.end_object();
  }
  out.end_array();
}

void add_peer(JsonWriter& out, const Peer& peer) {
  out.begin_object().member("page", peer.page).member("symbol", peer.symbol).end_object();
}

void add_symbols(JsonWriter& out, const PlacedPage& page) {
  out.line().key("symbols").begin_array();
  for (const PlacedSymbol& symbol : page.symbols) {
    out.line().begin_object().member("id", symbol.id).member("step", symbol.step).member("actor", symbol.actor);
    add_if(out, "actorTo", symbol.actor_to);
    add_if(out, "table", symbol.table);
    if (symbol.row_span != 1) out.member("rowSpan", symbol.row_span);
    out.member("kind", kind_name(symbol.kind));
    add_rect(out, symbol.box);
    out.member("text", symbol.text);
    if (symbol.kind == PlacedKind::offpage) {
      out.member("letter", symbol.letter).member("point", symbol.pointing == Pointing::up ? "up" : "down");
      if (symbol.peers.size() == 1) {
        out.key("peer");
        add_peer(out, symbol.peers.front());
      } else {
        out.key("peers").begin_array();
        for (const Peer& peer : symbol.peers) add_peer(out, peer);
        out.end_array();
      }
    }
    add_if(out, "alt", symbol.alt);
    out.end_object();
  }
  out.end_array();
}

void add_connectors(JsonWriter& out, const PlacedPage& page) {
  out.line().key("connectors").begin_array();
  for (const PlacedConnector& connector : page.connectors) {
    out.line().begin_object().member("id", connector.id).member("from", connector.from).member("to", connector.to);
    add_if(out, "table", connector.table);
    out.member("label", connector.label).key("points").begin_array();
    for (const Point& p : connector.points) {
      out.begin_array().value(to_mm(p.x), kDecimals).value(to_mm(p.y), kDecimals).end_array();
    }
    out.end_array();
    if (!connector.arrow) out.member("arrow", false);
    if (connector.label_box) {
      out.key("labelBox").begin_object();
      add_rect(out, *connector.label_box);
      out.end_object();
    }
    out.end_object();
  }
  out.end_array();
}

void add_margins(JsonWriter& out, const Margins& margins) {
  out.key("margins").begin_object();
  add_length(out, "left", margins.left);
  add_length(out, "top", margins.top);
  add_length(out, "right", margins.right);
  add_length(out, "bottom", margins.bottom);
  out.end_object();
}

// What else stands on a page: pictures, QR codes and the places for signatures. Additions to the contract.
void add_furniture(JsonWriter& out, const PlacedPage& page) {
  out.line().key("images").begin_array();
  for (const PlacedImage& image : page.images) {
    out.begin_object().member("image", image.image);
    add_rect(out, image.box);
    out.end_object();
  }
  out.end_array().line().key("qr").begin_array();
  for (const PlacedQr& qr : page.qr_codes) {
    out.begin_object().member("content", qr.content);
    add_rect(out, qr.box);
    out.end_object();
  }
  out.end_array().line().key("signatures").begin_array();
  for (const SignaturePlace& place : page.signatures) {
    out.begin_object().member("name", place.name).member("official", place.official);
    add_if(out, "anchor", place.anchor);
    add_rect(out, place.box);
    out.end_object();
  }
  out.end_array();
}

void add_page(JsonWriter& out, const PlacedPage& page) {
  out.line().begin_object().member("number", page.number);
  add_length(out, "width", page.size.w);
  add_length(out, "height", page.size.h);
  add_if(out, "role", page.role);
  add_if(out, "sop", page.sop);
  add_margins(out, page.margins);
  add_cells(out, page);
  add_texts(out, page);
  add_lanes_and_rows(out, page);
  add_symbols(out, page);
  add_connectors(out, page);
  add_furniture(out, page);
  out.end_object();
}

void add_infos(JsonWriter& out, const PlacedSheet& sheet) {
  out.key("sops").begin_array();
  for (const RecordSheet& info : sheet.infos) {
    out.begin_object().member("title", info.title).member("number", info.number);
    add_if(out, "unit", info.unit);
    add_if(out, "revision", info.revision);
    add_if(out, "status", info.status);
    add_if(out, "signer", info.signer);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string layout_json(const PlacedSheet& sheet) {
  JsonWriter out;
  out.begin_object().member("version", 1).line().key("sheet").begin_object();
  const bool single = sheet.infos.size() == 1;
  out.member("title", single ? sheet.infos.front().title : "").member("number", single ? sheet.infos.front().number : "");
  add_infos(out, sheet);
  out.end_object().line().key("pages").begin_array();
  for (const PlacedPage& page : sheet.pages) add_page(out, page);
  return out.end_array().end_object().take();
}

}  // namespace lembar::layout

// Which tables, rows, lanes and symbols of the old flow are which of the new one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/checked_document.h"

namespace lembar::job {

struct RowAt {
  int table = 0, row = 0;
};

// A symbol of a procedure.
struct SymbolAt {
  int table = 0;
  model::SymbolRef ref;
  auto operator<=>(const SymbolAt&) const = default;
};

struct FlowPairs {
  const model::CheckedProcedure& before;
  const model::CheckedProcedure& after;
  std::vector<RowAt> old_rows, new_rows;      // of all tables, in order
  std::vector<int> row_partner;               // old row -> new row, or -1
  std::vector<int> row_origin;                // new row -> old row, or -1
  std::vector<bool> row_moved;                // of each old row
  std::vector<int> table_partner;             // old table -> new table, or -1
  std::vector<int> table_origin;
  std::vector<std::map<std::string, std::string>> lane_partner;  // by old table: actor -> actor of the new table
  std::map<SymbolAt, SymbolAt> symbol_partner;  // of rows that have partners

  const model::CheckedTable& old_table(int row) const { return before.tables[old_rows[row].table]; }
  const model::CheckedTable& new_table(int row) const { return after.tables[new_rows[row].table]; }
  // The lane of the new table that an old one has become; its own id where it has gone.
  std::string lane_now(int old_table, const std::string& actor) const;
};

FlowPairs pair_flows(const model::CheckedProcedure& before, const model::CheckedProcedure& after);

// Lanes, left to right, by id and words.
std::vector<int> pair_lanes(const model::Lanes& before, const model::Lanes& after);

}  // namespace lembar::job

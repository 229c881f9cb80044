#include "layout/flow/table_layout.h"

#include "layout/flow/table_layouter.h"

namespace lembar::layout {

ColumnWidths first_column_widths(const TableLayoutInput& input) { return TableLayouter(input).choose_widths(); }

TableResult lay_out_table(const TableLayoutInput& input, const WantedSettled& wanted) {
  auto table = std::make_unique<TableLayouter>(input);
  if (!table->settle()) return table->fail();
  const Wanted how = wanted(table->settled());
  if (how == Wanted::no) return table->fail();
  if (how == Wanted::as_it_is) return table->finish();
  if (auto other = table->roomier()) table = std::move(other);
  table->take_back_room();
  if (auto other = table->broken_anew()) table = std::move(other);
  return table->finish();
}

}  // namespace lembar::layout

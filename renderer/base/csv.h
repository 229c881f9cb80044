// Comma-separated values as RFC 4180 has them: what a spreadsheet opens and a script reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lembar {

using CsvRow = std::vector<std::string>;

// A line with its end; fields are quoted only where they must be.
std::string csv_line(const CsvRow& row);

// Every row, the head among them. Lenient: a quote that is never closed ends with the text. Empty lines are left out.
std::vector<CsvRow> read_csv(std::string_view text);

}  // namespace lembar

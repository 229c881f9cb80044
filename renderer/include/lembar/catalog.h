// The list of SOPs of an office (Daftar SOP), read from finished PDFs alone, and what does not fit together in it.
//
// Of each sheet the newest revision is listed; a sheet is due for review so many months after its last date.
#pragma once

#include <string>
#include <vector>

#include "lembar/render.h"

namespace lembar {

struct CatalogOptions {
  std::vector<std::string> from;  // PDFs, or folders with all PDFs in them
  std::string today;              // YYYY-MM-DD; empty: the clock's
  int review_months = 12;         // PermenPAN-RB 35/2012: evaluated at least once a year
  bool all = false;               // list replaced revisions too
};

struct CatalogEntry {
  std::string number, title, unit, date, revision, status, signer;
  std::string review_due;  // YYYY-MM-DD; empty: no date is known
  bool overdue = false;
  bool is_signed = false;
  std::string file;
};

struct Catalog {
  std::string unit;   // where all sheets are of one
  std::string today;
  std::vector<CatalogEntry> entries;  // by unit, number, title
  // Warnings: a number twice, one official with two NIPs, lanes spelt two ways, related sheets that are not there.
  // Remarks: gaps in running numbers.
  std::vector<Diagnostic> findings;
  std::vector<Diagnostic> diagnostics;  // files that could not be read
};

Catalog read_catalog(const CatalogOptions& options);

std::string catalog_csv(const Catalog& catalog);
std::string catalog_json(const Catalog& catalog);
// One file that needs no other and no network; a search field appears where scripts run.
std::string catalog_html(const Catalog& catalog);
// As a sheet of the template `daftar`: its source is inside, as in any other.
RenderResult catalog_pdf(const Catalog& catalog);

}  // namespace lembar

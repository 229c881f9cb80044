#include "check/bounds.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "model/each_words.h"

namespace lembar::check {

using namespace model;

namespace {

constexpr std::size_t kMostLanes = 250;    // at their narrowest, on the widest paper that kertas= takes
constexpr std::size_t kMostSymbols = 500;  // of one step
constexpr std::size_t kMostConnectors = 32, kMostToOneTarget = 10;  // out of one symbol
// A table may have some more connectors than symbols, but not each symbol one to each other.
constexpr std::size_t kFewConnectors = 100, kMostForEachSymbol = 4;
constexpr std::size_t kMostBytes = 200'000;  // of one paragraph: some fifty pages
constexpr std::size_t kMostInSymbol = 2000;  // bytes: a symbol stands on one page

std::size_t bytes_of(const std::vector<TextRun>& runs) {
  std::size_t bytes = 0;
  for (const TextRun& run : runs) bytes += run.text.size() + 1;
  return bytes;
}

void bound_connectors(const Symbol& symbol, Findings& findings) {
  const std::size_t n = symbol.connectors.size();
  if (n > kMostConnectors) {
    const std::string count = std::to_string(n), most = std::to_string(kMostConnectors);
    findings.error(symbol.where, "too-many-connectors",
                   {count + " alur keluar dari simbol ini; paling banyak " + most + ".", count + " connectors leave this symbol; " + most + " at most."},
                   {{"Bagi lewat beberapa simbol, atau sebut tujuannya dalam uraian.", "Divide them by way of several symbols, or name where they lead in the uraian."}});
    return;
  }
  std::map<std::string_view, std::size_t> by_target;
  for (const Connector& connector : symbol.connectors) {
    if (++by_target[connector.to.value] != kMostToOneTarget + 1) continue;
    const std::string id = in_quotes(connector.to.value), most = std::to_string(kMostToOneTarget);
    findings.error(connector.where, "too-many-connectors",
                   {"Lebih dari " + most + " alur simbol ini menuju " + id + ".", "More than " + most + " connectors of this symbol lead to " + id + "."},
                   {{"Jadikan satu, dan tulis syarat-syaratnya dalam uraian.", "Make one of them, and write the conditions in the uraian."}});
  }
}

}  // namespace

void bound_lanes(const Lanes& lanes, Findings& findings) {
  const std::size_t n = lanes.actors().size();
  if (n <= kMostLanes) return;
  const std::string count = std::to_string(n), most = std::to_string(kMostLanes);
  findings.error(lanes.where, "too-many-lanes",
                 {"Ada " + count + " lajur di sini; paling banyak " + most + ".", "There are " + count + " lanes here; " + most + " at most."},
                 {{"Satukan pelaksana yang sejenis, atau bagi prosedur ini.", "Let performers of one kind share a lane, or divide the procedure."}});
}

void bound_table(const FlowTable& table, Findings& findings) {
  std::size_t symbols = 0, connectors = 0;
  for (const Row& row : table.rows) {
    const auto* step = std::get_if<Step>(&row);
    if (!step) continue;
    symbols += step->symbols.size();
    if (step->symbols.size() > kMostSymbols) {
      const std::string count = std::to_string(step->symbols.size()), most = std::to_string(kMostSymbols);
      findings.error(step->where, "too-many-symbols",
                     {"Langkah ini mempunyai " + count + " simbol; paling banyak " + most + ".", "This step has " + count + " symbols; " + most + " at most."},
                     {{"Bagi langkah ini menjadi beberapa.", "Divide it into several steps."}});
    }
    for (const Symbol& symbol : step->symbols) {
      if (bytes_of(symbol.runs) > kMostInSymbol)
        findings.error(symbol.where, "too-many-words",
                       {"Kata-kata simbol ini terlalu panjang untuk satu halaman.", "The words of this symbol are too long for a page."},
                       {{"Tulis satu dua kata, dan uraikan selebihnya dalam uraian.", "Write a word or two, and the rest in the uraian."}});
      connectors += symbol.connectors.size();
      bound_connectors(symbol, findings);
    }
  }
  if (connectors <= std::max(kFewConnectors, symbols * kMostForEachSymbol)) return;
  const std::string count = std::to_string(connectors), of = std::to_string(symbols);
  findings.error(table.where, "too-many-connectors",
                 {"Tabel ini mempunyai " + count + " alur di antara " + of + " simbol; halaman tidak memuatnya.", "This table has " + count + " connectors between " + of + " symbols; no page holds them."},
                 {{"Hapus alur yang tidak perlu, atau bagi prosedur ini.", "Remove connectors that nobody needs, or divide the procedure."}});
}

void bound_words(const Procedure& procedure, Findings& findings) {
  for_each_words(procedure, [&](const std::vector<TextRun>& runs, const SourceSpan& where) {
    const std::size_t bytes = bytes_of(runs);
    if (bytes <= kMostBytes) return;
    const std::string count = std::to_string(bytes / 1000), most = std::to_string(kMostBytes / 1000);
    findings.error(where, "too-many-words",
                   {"Paragraf ini " + count + " ribu huruf panjangnya; paling banyak " + most + " ribu.", "This paragraph is " + count + " thousand letters long; " + most + " thousand at most."},
                   {{"Bagi menjadi beberapa paragraf atau langkah, atau lampirkan sebagai berkas tersendiri.", "Divide it into several paragraphs or steps, or attach it as a file of its own."}});
  });
}

}  // namespace lembar::check

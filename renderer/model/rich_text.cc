#include "model/rich_text.h"

namespace lembar::model {

std::string plain_text(const std::vector<TextRun>& runs) {
  std::string out;
  for (const TextRun& run : runs) {
    if (run.line_break) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += run.text;
    }
  }
  return out;
}

std::string plain_text(const RichText& text) {
  std::string out;
  for (const Block& block : text.blocks) {
    if (!out.empty()) out += ' ';
    out += plain_text(block.runs);
  }
  return out;
}

}  // namespace lembar::model

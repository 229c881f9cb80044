#include "style/paper.h"

#include "base/letters.h"
#include "style/values.h"

namespace lembar::style {
namespace {

struct NamedPaper {
  const char* name;
  int w, h;  // mm
};
// F4 and folio are what Indonesian shops and printer drivers sell under these names; neither is an ISO size.
constexpr NamedPaper kPapers[] = {
    {"A4", 210, 297}, {"F4", 215, 330}, {"folio", 210, 330}, {"legal", 216, 356}, {"A3", 297, 420}};

}  // namespace

std::optional<Paper> find_paper(std::string_view words) {
  const std::string wanted = small_letters(words);
  for (const NamedPaper& p : kPapers)
    if (small_letters(p.name) == wanted) return Paper{p.name, {mm(p.w), mm(p.h)}};
  const std::size_t cross = wanted.find('x');
  if (cross == std::string::npos) return {};
  std::string first = wanted.substr(0, cross), second = wanted.substr(cross + 1);
  if (first.size() > 2 && first.substr(first.size() - 2) == "mm") first.resize(first.size() - 2);
  const auto a = parse_length(first + "mm"), b = parse_length(second);
  if (!a || !b || second.size() < 3 || second.substr(second.size() - 2) != "mm") return {};
  const Size size{min(*a, *b), max(*a, *b)};
  if (size.w < mm(50) || size.h > mm(2000)) return {};
  return Paper{wanted, size};
}

const std::vector<std::string>& paper_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const NamedPaper& p : kPapers) out.push_back(p.name);
    return out;
  }();
  return names;
}

}  // namespace lembar::style

#include "cli/verbs/verbs.h"

namespace lembar::cli {

std::vector<std::unique_ptr<Verb>> all_verbs() {
  std::vector<std::unique_ptr<Verb>> verbs;
  verbs.push_back(make_render());
  verbs.push_back(make_check());
  verbs.push_back(make_build());
  verbs.push_back(make_archive());
  verbs.push_back(make_catalog());
  verbs.push_back(make_new());
  verbs.push_back(make_revise());
  verbs.push_back(make_diff());
  verbs.push_back(make_replace());
  verbs.push_back(make_extract());
  verbs.push_back(make_verify());
  return verbs;
}

}  // namespace lembar::cli

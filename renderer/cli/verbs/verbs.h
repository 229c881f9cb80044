// The makers of all verbs.
#pragma once

#include <memory>

#include "cli/verb.h"

namespace lembar::cli {

std::unique_ptr<Verb> make_render();
std::unique_ptr<Verb> make_check();
std::unique_ptr<Verb> make_build();
std::unique_ptr<Verb> make_archive();
std::unique_ptr<Verb> make_catalog();
std::unique_ptr<Verb> make_new();
std::unique_ptr<Verb> make_revise();
std::unique_ptr<Verb> make_diff();
std::unique_ptr<Verb> make_replace();
std::unique_ptr<Verb> make_extract();
std::unique_ptr<Verb> make_verify();

}  // namespace lembar::cli

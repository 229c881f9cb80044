// The operators of a page with every piece of content marked by its own tag: a canvas marks them with one word for all,
// and leaves all between them unmarked.
#pragma once

#include <string>
#include <vector>

namespace lembar::finish {

// `tags`: one for each piece, in the order of the stream. Pieces are numbered anew, from 0. False where there are not as
// many; `out` is no use then.
bool mark_operators(const std::string& operators, const std::vector<std::string>& tags, std::string& out);

}  // namespace lembar::finish

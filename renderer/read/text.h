// Words out of the tree: white space normalised, inline styles as runs, paragraphs and items as blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/document.h"
#include "read/xml_tree.h"

namespace lembar::read {

// Runs of white space as one space, none at the ends. A no-break space is no white space: somebody meant it.
std::string normalized(std::string_view text);

// An attribute's value, normalised; absent where it is not given.
std::optional<std::string> value_of(const XmlNode& node, std::string_view attribute);
std::optional<model::Text> text_of(const XmlNode& node, std::string_view attribute);
std::string words_of(const XmlNode& node, std::string_view attribute);  // empty where not given
std::optional<model::ListMarker> marker_of(const XmlNode& node);        // daftar=

std::vector<model::TextRun> read_runs(const XmlNode& node);
model::RichText read_rich_text(const XmlNode& node);
// One paragraph of plain words; empty text for empty words.
model::RichText rich_text_of(std::string words, const SourceSpan& where);

}  // namespace lembar::read

#include "layout/front/letterhead.h"

namespace lembar::layout {

namespace {

constexpr Length kThick = pt(2.25), kThin = pt(0.75), kRuleGap = pt(1.25), kAboveRule = mm(1.5);

style::TextRole role_of(model::LetterheadRole role) {
  switch (role) {
    case model::LetterheadRole::government: return style::TextRole::letterhead_government;
    case model::LetterheadRole::parent: return style::TextRole::letterhead_parent;
    case model::LetterheadRole::unit: return style::TextRole::letterhead_unit;
    case model::LetterheadRole::subunit: return style::TextRole::letterhead_subunit;
    case model::LetterheadRole::address: return style::TextRole::letterhead_address;
    case model::LetterheadRole::contact: break;
  }
  return style::TextRole::letterhead_contact;
}

Size logo_size(const FrontInput& in, int image, Length most_width) {
  const Image& picture = in.sheet.images[image];
  Length h = in.style.letterhead.logo_height;
  if (picture.width_px <= 0 || picture.height_px <= 0) return {h, h};
  Length w = scaled(h, picture.width_px, picture.height_px);
  if (w > most_width) {
    h = scaled(h, most_width.units(), w.units());
    w = most_width;
  }
  return {w, h};
}

bool breaks_a_word(const LetterheadBlock& block) {
  for (const TextBlock& text : block.lines)
    for (const TextBlock::Line& line : text.lines)
      if (line.line.hyphenated) return true;
  return false;
}

LetterheadBlock lay_out(const FrontInput& in, const model::Letterhead& letterhead, Length width, bool logos_beside) {
  LetterheadBlock block;
  block.width = width;
  block.logos_beside = logos_beside;
  if (letterhead.logo) block.logo = find_image(in, in.procedure.file, letterhead.logo->value);
  if (letterhead.logo_right) block.logo_right = find_image(in, in.procedure.file, letterhead.logo_right->value);
  if (block.logo) block.logo_size = logo_size(in, *block.logo, width / 4);
  if (block.logo_right) block.logo_right_size = logo_size(in, *block.logo_right, width / 4);
  const Length gap = in.style.letterhead.logo_gap;
  block.text_width = width;
  if (logos_beside && (block.logo || block.logo_right)) {
    // The same room on both sides, so that the words stand in the middle of the page.
    block.text_left = max(block.logo_size.w, block.logo_right_size.w) + gap;
    block.text_width = width - block.text_left * 2;
  }
  if (letterhead.logo_text && !letterhead.logo_text->empty()) {
    style::TextStyle text = in.style.text(style::TextRole::letterhead_subunit);
    text.align = style::Align::center;
    block.logo_text = block_of(in, rich(*letterhead.logo_text), text, block.text_width);
    block.height += block.logo_text->height + gap;
  }
  if (!logos_beside) block.height += max(block.logo_size.h, block.logo_right_size.h) + (block.logo || block.logo_right ? gap : Length());
  for (const model::LetterheadLine& line : letterhead.lines) {
    if (line.own_cell) {
      block.own_cells.push_back(block_of(in, rich(line.runs), role_of(line.role), width));
      continue;
    }
    block.lines.push_back(even_block(in, rich(line.runs), in.style.text(role_of(line.role)), block.text_width));
    block.height += block.lines.back().height;
  }
  if (logos_beside) block.height = max(block.height, max(block.logo_size.h, block.logo_right_size.h));
  switch (in.style.letterhead.rule) {
    case style::LetterheadRule::none: break;
    case style::LetterheadRule::single_line: block.rule_height = kAboveRule + kThick; break;
    case style::LetterheadRule::double_line: block.rule_height = kAboveRule + kThin * 2 + kRuleGap; break;
    case style::LetterheadRule::thick_thin: block.rule_height = kAboveRule + kThick + kThin + kRuleGap; break;
  }
  block.height += block.rule_height;
  return block;
}

// Two logos stand nearer to short words than the edges are.
Length logo_inset(const LetterheadBlock& block) {
  if (!block.logo || !block.logo_right) return Length();
  Length slack = block.text_width;
  const auto look = [&](const TextBlock& text) {
    for (const TextBlock::Line& line : text.lines) slack = min(slack, min(line.x, block.text_width - line.x - line.line.width));
  };
  if (block.logo_text) look(*block.logo_text);
  for (const TextBlock& text : block.lines) look(text);
  return max(Length(), half(slack));
}

}  // namespace

LetterheadBlock lay_out_letterhead(const FrontInput& in, const model::Letterhead& letterhead, Length width, bool logos_beside) {
  LetterheadBlock block = lay_out(in, letterhead, width, logos_beside);
  if (logos_beside || !block.logo || !block.logo_right) return block;
  // Two logos stand left and right of the words, whatever one alone does; but not at the cost of a broken word.
  LetterheadBlock beside = lay_out(in, letterhead, width, true);
  return beside.height <= block.height && !breaks_a_word(beside) ? beside : block;
}

void add_letterhead(const FrontInput& in, PlacedPage& page, const LetterheadBlock& block, Point at, const std::string& cell) {
  const std::string alt = in.style.labels.contains("logo-alt") ? in.style.labels.at("logo-alt") : "Logo instansi";
  const Length bottom = at.y + block.height;
  const Length gap = in.style.letterhead.logo_gap;
  Length y = at.y;
  if (block.logos_beside) {
    const Length inner = block.height - block.rule_height, inset = logo_inset(block);
    if (block.logo) page.images.push_back({*block.logo, {at.x + inset, at.y + half(inner - block.logo_size.h), block.logo_size.w, block.logo_size.h}, alt});
    if (block.logo_right)
      page.images.push_back({*block.logo_right, {at.x + block.width - inset - block.logo_right_size.w, at.y + half(inner - block.logo_right_size.h),
                                                 block.logo_right_size.w, block.logo_right_size.h}, alt});
    Length words = block.logo_text ? block.logo_text->height + gap : Length();
    for (const TextBlock& line : block.lines) words += line.height;
    y += half(inner - words);
  } else if (block.logo || block.logo_right) {
    const Length between = block.logo && block.logo_right ? mm(8) : Length();
    Length x = at.x + half(block.width - block.logo_size.w - block.logo_right_size.w - between);
    const Length high = max(block.logo_size.h, block.logo_right_size.h);
    const auto centered = [&](Size size) { return Rect{x, y + half(high - size.h), size.w, size.h}; };
    if (block.logo) page.images.push_back({*block.logo, centered(block.logo_size), alt});
    x += block.logo_size.w + between;
    if (block.logo_right) page.images.push_back({*block.logo_right, centered(block.logo_right_size), alt});
    y += high + gap;
  }
  const Length x = at.x + block.text_left;
  if (block.logo_text) {
    add_block(page, *block.logo_text, {x, y}, cell);
    y += block.logo_text->height + gap;
  }
  for (const TextBlock& line : block.lines) {
    add_block(page, line, {x, y}, cell);
    y += line.height;
  }
  if (block.rule_height == Length()) return;
  const Length top = bottom - block.rule_height + kAboveRule;
  auto rule = [&](Length rule_y, Length weight) {
    page.rules.push_back({{at.x, rule_y + half(weight)}, {at.x + block.width, rule_y + half(weight)}, weight});
  };
  const bool is_double = in.style.letterhead.rule == style::LetterheadRule::double_line;
  const Length first = is_double ? kThin : kThick;
  rule(top, first);
  if (in.style.letterhead.rule != style::LetterheadRule::single_line) rule(top + first + kRuleGap, kThin);
}

}  // namespace lembar::layout

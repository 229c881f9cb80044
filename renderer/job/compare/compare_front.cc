// Fields are paired by their names, the entries of a list by likeness.
#include <map>

#include "job/compare/compare_lists.h"
#include "job/compare/difference.h"
#include "job/compare/front_words.h"
#include "job/compare/match.h"

namespace lembar::job {

namespace {

class FrontComparer {
 public:
  FrontComparer(const FrontWords& before, const FrontWords& after, int sheet) : before_(before), after_(after), sheet_(sheet) {}

  Differences run() {
    slots();
    lists();
    order(before_.slots, after_.slots, SheetPart::identity, true);
    order(before_.lists, after_.lists, SheetPart::box, false);
    return std::move(out_);
  }

 private:
  template <class S>
  static std::map<std::string, const S*> by_key(const std::vector<S>& slots) {
    std::map<std::string, const S*> out;
    for (const S& slot : slots) out.emplace(slot.key, &slot);
    return out;
  }

  Change about(const Slot& slot) const {
    Change change;
    change.part = slot.part;
    change.what = slot.what;
    change.key = slot.key;
    change.place = slot.place;
    return change;
  }
  Mark mark(const Slot& slot) const {
    Mark mark;
    mark.sheet = sheet_;
    mark.role = slot.role;
    mark.field = slot.field;
    return mark;
  }

  void slots() {
    const auto old = by_key(before_.slots), now = by_key(after_.slots);
    for (const Slot& slot : after_.slots) {
      const auto found = old.find(slot.key);
      Change change = about(slot);
      change.after = slot.words;
      change.new_line = slot.line;
      if (found == old.end()) {
        change.kind = ChangeKind::added;
        out_.push_back({std::move(change), mark(slot)});
        continue;
      }
      change.before = found->second->words;
      change.old_line = found->second->line;
      add_text_change(out_, change, mark(slot), found->second->style, slot.style);
    }
    for (const Slot& slot : before_.slots) {
      if (now.count(slot.key)) continue;
      Change change = about(slot);
      change.kind = ChangeKind::removed;
      change.before = slot.words;
      change.old_line = slot.line;
      out_.push_back({std::move(change), mark(slot)});
    }
  }

  void lists() {
    const auto old = by_key(before_.lists), now = by_key(after_.lists);
    for (const ListSlot& slot : after_.lists) {
      const auto found = old.find(slot.key);
      compare_lists(out_, found == old.end() ? nullptr : found->second, &slot, sheet_);
    }
    for (const ListSlot& slot : before_.lists)
      if (!now.count(slot.key)) compare_lists(out_, &slot, nullptr, sheet_);
  }

  // What prints in the order in which it stands: fields of the author's own, and boxes.
  template <class S>
  void order(const std::vector<S>& before, const std::vector<S>& after, SheetPart part, bool custom_only) {
    std::map<std::string, int> places;
    const auto counts = [&](const S& slot) { return slot.part == part && (!custom_only || slot.key.compare(0, 6, "isian/") == 0); };
    for (std::size_t j = 0; j < after.size(); ++j)
      if (counts(after[j])) places.emplace(after[j].key, static_cast<int>(j));
    std::vector<int> partners;
    for (const S& slot : before) {
      const auto found = counts(slot) ? places.find(slot.key) : places.end();
      if (found != places.end()) partners.push_back(found->second);
    }
    const std::vector<bool> strayed = moved(partners);
    for (std::size_t i = 0; i < partners.size(); ++i) {
      if (!strayed[i]) continue;
      const S& slot = after[partners[i]];
      Change change;
      change.kind = ChangeKind::moved;
      change.part = part;
      change.what = part == SheetPart::box ? "box" : "field";
      change.key = slot.key;
      change.aspect = "order";
      change.place = slot.place;
      Mark mark;
      mark.sheet = sheet_;
      mark.role = slot.role;
      out_.push_back({std::move(change), mark});
    }
  }

  const FrontWords& before_;
  const FrontWords& after_;
  int sheet_;
  Differences out_;
};

}  // namespace

Differences compare_front(const model::Procedure& before, const model::Procedure& after, int sheet) {
  return FrontComparer(front_words(before), front_words(after), sheet).run();
}

}  // namespace lembar::job

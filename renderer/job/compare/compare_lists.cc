#include "job/compare/compare_lists.h"

#include "job/compare/match.h"

namespace lembar::job {

namespace {

class ListComparer {
 public:
  ListComparer(Differences& out, const ListSlot& before, const ListSlot& after, const ListSlot& named, int sheet)
      : out_(out), before_(before), after_(after), named_(named) {
    mark_.sheet = sheet;
    mark_.role = named.role;
    partners_ = match(entries(before), entries(after));
    // A lone text has nothing else to have become.
    if (before.entries.size() == 1 && after.entries.size() == 1) partners_ = {0};
  }

  void run() {
    const std::vector<bool> strayed = moved(partners_);
    std::vector<int> origin(after_.entries.size(), -1);
    for (std::size_t i = 0; i < partners_.size(); ++i)
      if (partners_[i] >= 0) origin[partners_[i]] = static_cast<int>(i);
    for (std::size_t j = 0; j < after_.entries.size(); ++j) {
      if (origin[j] < 0) {
        tell_added(j);
      } else {
        if (!strayed[origin[j]]) tell_gone(origin[j], j);
        tell_pair(origin[j], j, strayed[origin[j]]);
      }
    }
    tell_gone(before_.entries.size(), after_.entries.size());
  }

 private:
  static std::vector<Entry> entries(const ListSlot& list) {
    std::vector<Entry> out;
    for (const ListEntry& entry : list.entries) out.push_back({{}, entry.words});
    return out;
  }

  // `number` is counted from 0.
  Change about(std::size_t number) const {
    const std::string n = std::to_string(number + 1);
    Change change;
    change.part = named_.part;
    change.what = named_.what;
    change.key = named_.key + "/" + n;
    change.place = {named_.place.id + ", " + named_.one.id + " " + n, named_.place.en + ", " + named_.one.en + " " + n};
    return change;
  }
  Mark mark(std::size_t block) const {
    Mark mark = mark_;
    mark.block = static_cast<int>(block);
    return mark;
  }

  // Removed entries are told where they stood: before the next one that stayed, or after the last.
  void tell_gone(std::size_t until, std::size_t next) {
    Mark where = mark_;
    where.gap = true;
    where.after = next == after_.entries.size();
    if (!after_.entries.empty()) where.beside = after_.entries[where.after ? next - 1 : next].words;
    for (; gone_ < until; ++gone_) {
      if (partners_[gone_] >= 0) continue;
      Change change = about(gone_);
      change.kind = ChangeKind::removed;
      change.before = before_.entries[gone_].words;
      change.old_line = before_.entries[gone_].line;
      out_.push_back({std::move(change), where});
    }
  }

  void tell_added(std::size_t j) {
    Change change = about(j);
    change.kind = ChangeKind::added;
    change.after = after_.entries[j].words;
    change.new_line = after_.entries[j].line;
    out_.push_back({std::move(change), mark(j)});
  }

  void tell_pair(std::size_t i, std::size_t j, bool strayed) {
    const ListEntry &was = before_.entries[i], &is = after_.entries[j];
    Change change = about(j);
    change.old_line = was.line;
    change.new_line = is.line;
    if (strayed) {
      Change move = change;
      move.kind = ChangeKind::moved;
      move.aspect = "order";
      move.before = std::to_string(i + 1);
      move.after = std::to_string(j + 1);
      out_.push_back({std::move(move), mark(j)});
    }
    change.before = was.words;
    change.after = is.words;
    add_text_change(out_, change, mark(j), was.style, is.style);
  }

  Differences& out_;
  const ListSlot& before_;
  const ListSlot& after_;
  const ListSlot& named_;
  Mark mark_;
  std::vector<int> partners_;
  std::size_t gone_ = 0;
};

// The list as a whole, where its entries do not tell that it came or went.
void tell_whole(Differences& out, const ListSlot& list, ChangeKind kind, int sheet) {
  Change change;
  change.kind = kind;
  change.part = list.part;
  change.what = "list";
  change.key = list.key;
  change.place = list.place;
  Mark mark;
  mark.sheet = sheet;
  mark.role = list.role;
  out.push_back({std::move(change), mark});
}

}  // namespace

void compare_lists(Differences& out, const ListSlot* before, const ListSlot* after, int sheet) {
  static const ListSlot kNone{};
  const ListSlot* named = after ? after : before;
  if (!named) return;
  if (named->entries.empty() && !(before && after)) {
    tell_whole(out, *named, after ? ChangeKind::added : ChangeKind::removed, sheet);
    return;
  }
  ListComparer(out, before ? *before : kNone, after ? *after : kNone, *named, sheet).run();
}

}  // namespace lembar::job

// What a sheet takes grows in proportion to its length. Counted in allocations and live bytes, which are the same on
// every run, never in time; what C libraries allocate is not counted.
#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "lembar/render.h"
#include "support/catch.h"
#include "support/long_sheet.h"

namespace {

std::atomic<std::size_t> live{0}, peak{0}, count{0};

void* counted(void* memory) {
  if (!memory) throw std::bad_alloc();
  const std::size_t now = live += malloc_usable_size(memory);
  for (std::size_t before = peak; before < now && !peak.compare_exchange_weak(before, now);) {
  }
  ++count;
  return memory;
}

void uncounted(void* memory) {
  if (memory) live -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new[](std::size_t size) { return counted(std::malloc(size)); }
void operator delete(void* memory) noexcept { uncounted(memory); }
void operator delete[](void* memory) noexcept { uncounted(memory); }
void operator delete(void* memory, std::size_t) noexcept { uncounted(memory); }
void operator delete[](void* memory, std::size_t) noexcept { uncounted(memory); }

namespace lembar::test {

namespace {

struct Taken {
  std::size_t count = 0, peak = 0;
};

// The first sheet of a process pays for what all share: faces, caches of libraries.
Taken taken(int steps, LongKind kind) {
  const std::string source = long_sheet(steps, kind);
  const std::size_t at_first = live, allocations = count;
  peak = at_first;
  const RenderResult result = render({"long.xml", source}, {});
  REQUIRE(result.files.size() == 1);
  return {count - allocations, peak - at_first};
}

}  // namespace

TEST_CASE("allocations and memory grow with the length of a sheet, not faster") {
  for (const LongKind kind : {LongKind::regular, LongKind::random}) {
    INFO((kind == LongKind::regular ? "regular" : "random"));
    taken(100, kind);
    const Taken some = taken(300, kind), many = taken(1200, kind);
    INFO(some.count << " allocations, then " << many.count << "; " << some.peak << " bytes, then " << many.peak);
    CHECK(many.count < some.count * 9 / 2);
    CHECK(many.peak < some.peak * 9 / 2);
  }
}

TEST_CASE("no stage of a long sheet holds more than some pages of what the stage before it has used up") {
  constexpr int kSteps = 1200;
  constexpr std::size_t kBytesPerStep = 36'000;
  const Taken t = taken(kSteps, LongKind::random);
  INFO(t.peak / kSteps << " bytes a step");
  CHECK(t.peak < kSteps * kBytesPerStep);
}

}  // namespace lembar::test

// Random sheets of every family through the whole engine. Layout and routing assert their invariants before they give a
// sheet away (layout/invariants.h, routing/invariants.h), so what must be seen here is that each sheet comes out, that
// it comes out alike twice, and that nothing is said to be our fault. A sheet that fails is cut down, step by step, as
// long as it fails alike; the small one is printed.
//
// LEMBAR_RANDOM_SHEETS: sheets of each family (default 8). LEMBAR_RANDOM_SEED: the first seed (default 1).
#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "lembar/render.h"
#include "random/random_sheet.h"
#include "support/catch.h"

namespace {

using namespace lembar;

int number_from(const char* name, int otherwise) {
  const char* value = std::getenv(name);
  return value ? std::atoi(value) : otherwise;
}

RenderResult laid_out(const std::string& xml) {
  RenderOptions options;
  options.emit = Emit::layout;
  return render({"random.xml", xml}, options);
}

// What went wrong, as far as it does not depend on places: the code and, for our own faults, where it was found.
std::string fault_of(const std::string& xml) {
  const RenderResult result = laid_out(xml);
  for (const Diagnostic& d : result.diagnostics) {
    if (d.severity != Severity::error) continue;
    return d.fault == Fault::ours ? d.code + " " + d.message.en.substr(0, d.message.en.find(" page ")) : d.code;
  }
  return result.files.size() == 1 ? "" : "no file";
}

// Steps stand on lines of their own.
std::string cut_down(std::string xml, const std::string& fault) {
  for (bool cut = true; cut;) {
    cut = false;
    for (std::size_t at = xml.find("<langkah"); at != std::string::npos;) {
      const std::size_t end = xml.find('\n', at);
      std::string without = xml.substr(0, at) + xml.substr(end + 1);
      if (fault_of(without) == fault) {
        xml = std::move(without);
        cut = true;
        at = xml.find("<langkah", at);
      } else {
        at = xml.find("<langkah", at + 1);
      }
    }
  }
  return xml;
}

}  // namespace

TEST_CASE("Every random sheet comes out, and alike each time") {
  const int count = number_from("LEMBAR_RANDOM_SHEETS", 8), first = number_from("LEMBAR_RANDOM_SEED", 1);
  const int families = static_cast<int>(test::Family::count);
  std::atomic<int> next = 0;
  std::mutex mutex;
  std::map<int, std::string> failures;  // in the order of the sheets, whoever found them first
  const auto work = [&] {
    for (int n; (n = next++) < families * count;) {
      const test::Family family = static_cast<test::Family>(n / count);
      const int seed = first + n % count;
      const std::string xml = test::random_sheet(family, static_cast<std::uint32_t>(seed));
      std::string failure = fault_of(xml);
      if (!failure.empty()) failure += "\n" + cut_down(xml, failure);
      if (failure.empty() && seed == first && laid_out(xml).files != laid_out(xml).files) failure = "differs from run to run";
      if (failure.empty()) continue;
      const std::lock_guard lock(mutex);
      failures[n] = std::string(test::family_name(family)) + " " + std::to_string(seed) + ": " + failure;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned t = 0; t < std::max(1U, std::thread::hardware_concurrency()); ++t) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  CHECK(next >= families * count);
  for (const auto& [n, failure] : failures) FAIL_CHECK(failure);
}

// Connectors ask for room round after round; what turned out to be of no use must have been taken back.
TEST_CASE("rows of sheets full of loops are hardly higher than what they hold") {
  for (const test::Family family : {test::Family::loops, test::Family::one_lane}) {
    for (std::uint32_t seed = 7000; seed < 7006; ++seed) {
      for (const std::string& reason : laid_out(test::random_sheet(family, seed)).explanations) {
        const std::size_t at = reason.find(" mm higher");
        if (reason.compare(0, 4, "row ") != 0 || at == std::string::npos) continue;
        INFO(test::family_name(family) << " " << seed << ": " << reason);
        CHECK(std::atof(reason.c_str() + reason.rfind(' ', at - 1)) < 20.0);
      }
    }
  }
}

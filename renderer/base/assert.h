// Assertions for faults of ours: on in release builds too, because a wrong sheet that gets signed costs
// more than a message. The program says what was believed and leaves with status 70.
#pragma once

#include <stdexcept>
#include <string>

namespace lembar {

// A belief of ours that turned out false. Thrown by LEMBAR_ASSERT and caught at the edge of the job only.
class InternalFault : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void fail_assertion(const char* condition, const char* belief, const char* file, int line);

}  // namespace lembar

#define LEMBAR_ASSERT(condition, belief) \
  ((condition) ? void(0) : ::lembar::fail_assertion(#condition, belief, __FILE__, __LINE__))

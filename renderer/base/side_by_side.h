// Work on many things at once, where each is done by itself and their order does not matter.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace lembar {

// Calls work(i) for each i below `count`, on as many threads as there are cores (eight at most) and `worth_a_thread`
// things for each. Ends when all is done; throws what was thrown.
template <class Work>
void side_by_side(std::size_t count, std::size_t worth_a_thread, const Work& work) {
  constexpr std::size_t kMostThreads = 8;
  std::atomic<std::size_t> next = 0;
  const auto some = [&] {
    for (std::size_t i; (i = next++) < count;) work(i);
  };
  std::vector<std::future<void>> others;
  const std::size_t cores = std::min<std::size_t>(kMostThreads, std::max(1U, std::thread::hardware_concurrency()));
  for (std::size_t t = 1; t < std::min(cores, count / worth_a_thread); ++t) others.push_back(std::async(std::launch::async, some));
  some();
  for (std::future<void>& other : others) other.get();
}

}  // namespace lembar

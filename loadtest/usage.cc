// What a process has used: processor time and memory.
#include "loadtest/usage.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#include <vector>

namespace rebond::loadtest {
namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

Usage usage_of(pid_t pid) {
  const std::string folder = "/proc/" + std::to_string(pid);
  const std::string stat = text_of(folder + "/stat");
  Usage usage;
  // The program's name stands in brackets and may hold spaces: count the fields behind it.
  const std::size_t name_end = stat.rfind(')');
  if (name_end == std::string::npos) return usage;
  std::istringstream fields(stat.substr(name_end + 1));
  const std::vector<std::string> after{std::istream_iterator<std::string>(fields), {}};
  constexpr std::size_t kUserTicks = 11;
  if (after.size() <= kUserTicks + 1) return usage;
  const auto ticks = std::stod(after[kUserTicks]) + std::stod(after[kUserTicks + 1]);
  usage.cpu_seconds = ticks / static_cast<double>(sysconf(_SC_CLK_TCK));

  std::istringstream pages(text_of(folder + "/statm"));
  std::uint64_t total = 0;
  std::uint64_t resident = 0;
  pages >> total >> resident;
  usage.memory_bytes = resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
  return usage;
}

Usage own_usage() {
  return usage_of(getpid());
}

std::uint64_t raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  limit.rlim_cur = limit.rlim_max;
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  return limit.rlim_cur;
}

}  // namespace rebond::loadtest

#ifndef CROSSCHECK_CHECKER_INTAKE_BYTE_STREAM_H_
#define CROSSCHECK_CHECKER_INTAKE_BYTE_STREAM_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace crosscheck {

// The bytes of a file or of standard input ("-"), read forward in blocks; gzip
// and zstd are unpacked on the way (told by their first bytes, not by name).
//
// Failure: opening gives a Status ("no such file or directory"); a fault on
// the way (a truncated gzip) ends the stream: Read returns 0 and fault() says
// why. What came before the fault is good.
//
//   auto stream = ByteStream::Open("news.jsonl.gz");
//   while (size_t n = stream->Read(buffer, sizeof buffer)) …
class ByteStream {
 public:
  static absl::StatusOr<ByteStream> Open(const std::string& path);
  // A stream over bytes in memory, which must outlive it.
  static ByteStream Over(std::string_view bytes);
  // The bytes `first`, then those left in `rest`.
  static ByteStream Before(std::string first, ByteStream rest);
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  // Up to `limit` bytes into `out`; 0 at the end or at a fault.
  size_t Read(char* out, size_t limit);
  // Bytes taken of the file so far, packed as they are.
  uint64_t bytes_read() const;
  // Empty while all is well: "ends in the middle of a gzip stream".
  const std::string& fault() const;

 private:
  struct State;
  explicit ByteStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// All of the stream, or its first `limit` bytes and one more (so that the
// caller can see that it is longer).
std::string ReadAll(ByteStream& stream, uint64_t limit);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_BYTE_STREAM_H_

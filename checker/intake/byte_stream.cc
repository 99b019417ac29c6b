#include "checker/intake/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "absl/status/status.h"

namespace crosscheck {
namespace {

constexpr size_t kPackedBlock = size_t{64} << 10;
constexpr size_t kFirstBlock = size_t{64} << 10;

enum class Packing { kNone, kGzip, kZstd };

Packing PackingOf(std::string_view first_bytes) {
  if (first_bytes.substr(0, 2) == "\x1f\x8b") return Packing::kGzip;
  if (first_bytes.substr(0, 4) == "\x28\xb5\x2f\xfd") return Packing::kZstd;
  return Packing::kNone;
}

}  // namespace

struct ByteStream::State {
  int file = -1;
  bool close_file = false;
  std::string_view memory;      // read instead of `file` where that is -1
  std::string held;             // what `memory` views, where it must be held
  std::unique_ptr<State> rest;  // comes after all of that

  Packing packing = Packing::kNone;
  std::vector<char> packed;  // what was read ahead
  size_t packed_begin = 0, packed_end = 0;
  bool at_end = false;      // of the packed bytes
  bool in_stream = false;   // a packed stream has begun and not ended
  bool flush_more = false;  // the unpacker may hold more output
  z_stream gzip = {};
  bool gzip_open = false;
  ZSTD_DStream* zstd = nullptr;
  std::string fault;
  uint64_t bytes_read = 0;

  ~State() {
    if (close_file) close(file);
    if (gzip_open) inflateEnd(&gzip);
    if (zstd != nullptr) ZSTD_freeDStream(zstd);
  }

  size_t ReadRaw(char* out, size_t limit) {
    if (file < 0) {
      const size_t count = std::min(limit, memory.size());
      std::memcpy(out, memory.data(), count);
      memory.remove_prefix(count);
      return count;
    }
    for (;;) {
      const ssize_t count = read(file, out, limit);
      if (count >= 0) {
        bytes_read += static_cast<uint64_t>(count);
        return static_cast<size_t>(count);
      }
      if (errno == EINTR) continue;
      fault = std::string("cannot be read: ") + std::strerror(errno);
      return 0;
    }
  }

  // False at the end of the packed bytes.
  bool FillPacked() {
    if (packed_begin < packed_end) return true;
    if (at_end) return false;
    packed_begin = 0;
    packed_end = ReadRaw(packed.data(), packed.size());
    at_end = packed_end == 0;
    return !at_end;
  }

  size_t ReadGzip(char* out, size_t limit) {
    size_t done = 0;
    while (done < limit && fault.empty()) {
      if (!FillPacked() && !flush_more) {
        if (in_stream) {
          fault = "ends in the middle of a gzip stream";
        }
        break;
      }
      if (!gzip_open) {
        if (inflateInit2(&gzip, 15 + 16) != Z_OK) {
          fault = "cannot be unpacked";
          break;
        }
        gzip_open = true;
      }
      in_stream = true;
      gzip.next_in = reinterpret_cast<Bytef*>(packed.data() + packed_begin);
      gzip.avail_in = static_cast<uInt>(packed_end - packed_begin);
      gzip.next_out = reinterpret_cast<Bytef*>(out + done);
      const uInt room =
          static_cast<uInt>(std::min<size_t>(limit - done, size_t{1} << 30));
      gzip.avail_out = room;
      const int code = inflate(&gzip, Z_NO_FLUSH);
      packed_begin = packed_end - gzip.avail_in;
      done += room - gzip.avail_out;
      flush_more = gzip.avail_out == 0 && code == Z_OK;
      if (code == Z_STREAM_END) {
        // Another member may follow; zeros after the last one are padding.
        inflateReset(&gzip);
        in_stream = false;
        flush_more = false;
        while (FillPacked() && packed[packed_begin] == '\0') ++packed_begin;
        if (FillPacked() && packed[packed_begin] != '\x1f') {
          fault = "holds bytes that are no gzip after its end";
        }
      } else if (code == Z_BUF_ERROR) {
        if (!FillPacked()) flush_more = false;
      } else if (code != Z_OK) {
        fault = "holds a broken gzip stream";
      }
    }
    return done;
  }

  size_t ReadZstd(char* out, size_t limit) {
    ZSTD_outBuffer output = {out, limit, 0};
    while (output.pos < limit && fault.empty()) {
      if (!FillPacked() && !flush_more) {
        if (in_stream) fault = "ends in the middle of a zstd stream";
        break;
      }
      if (zstd == nullptr) {
        zstd = ZSTD_createDStream();
        ZSTD_initDStream(zstd);
      }
      ZSTD_inBuffer input = {packed.data() + packed_begin,
                             packed_end - packed_begin, 0};
      const size_t before = output.pos;
      const size_t code = ZSTD_decompressStream(zstd, &output, &input);
      packed_begin += input.pos;
      if (ZSTD_isError(code)) {
        fault = "holds a broken zstd stream";
        break;
      }
      in_stream = code != 0;
      flush_more = output.pos == limit && in_stream;
      if (at_end && output.pos == before) flush_more = false;
    }
    return output.pos;
  }

  size_t ReadPlain(char* out, size_t limit) {
    if (packed_begin < packed_end) {
      const size_t count = std::min(limit, packed_end - packed_begin);
      std::memcpy(out, packed.data() + packed_begin, count);
      packed_begin += count;
      return count;
    }
    return ReadRaw(out, limit);
  }

  void Start() {
    packed.resize(kPackedBlock);
    // A pipe may give its first bytes one by one.
    while (packed_end < 4) {
      const size_t count =
          ReadRaw(packed.data() + packed_end, packed.size() - packed_end);
      if (count == 0) break;
      packed_end += count;
    }
    packing = PackingOf({packed.data(), packed_end});
  }
};

ByteStream::ByteStream(std::unique_ptr<State> state)
    : state_(std::move(state)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

absl::StatusOr<ByteStream> ByteStream::Open(const std::string& path) {
  auto state = std::make_unique<State>();
  if (path == "-") {
    state->file = STDIN_FILENO;
  } else {
    state->file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (state->file < 0) {
      return absl::NotFoundError(std::string(std::strerror(errno)));
    }
    state->close_file = true;
    struct stat facts;
    if (fstat(state->file, &facts) == 0 && S_ISDIR(facts.st_mode)) {
      return absl::InvalidArgumentError(std::string("is a folder"));
    }
  }
  state->Start();
  return ByteStream(std::move(state));
}

ByteStream ByteStream::Over(std::string_view bytes) {
  auto state = std::make_unique<State>();
  state->memory = bytes;
  state->Start();
  return ByteStream(std::move(state));
}

ByteStream ByteStream::Before(std::string first, ByteStream rest) {
  auto state = std::make_unique<State>();
  state->held = std::move(first);
  state->memory = state->held;
  state->rest = std::move(rest.state_);
  return ByteStream(std::move(state));
}

size_t ByteStream::Read(char* out, size_t limit) {
  if (state_->rest != nullptr) {
    if (const size_t count = state_->ReadPlain(out, limit)) return count;
    state_ = std::move(state_->rest);
  }
  switch (state_->packing) {
    case Packing::kGzip:
      return state_->ReadGzip(out, limit);
    case Packing::kZstd:
      return state_->ReadZstd(out, limit);
    case Packing::kNone:
      break;
  }
  return state_->ReadPlain(out, limit);
}

uint64_t ByteStream::bytes_read() const {
  if (state_ == nullptr) return 0;  // moved into another
  return state_->bytes_read + (state_->rest ? state_->rest->bytes_read : 0);
}

const std::string& ByteStream::fault() const { return state_->fault; }

std::string ReadAll(ByteStream& stream, uint64_t limit) {
  std::string bytes;
  size_t used = 0;
  while (used <= limit) {
    if (used == bytes.size()) {
      bytes.resize(static_cast<size_t>(std::min<uint64_t>(
          limit + 1, std::max<uint64_t>(kFirstBlock, 2 * used))));
    }
    const size_t count = stream.Read(bytes.data() + used, bytes.size() - used);
    if (count == 0) break;
    used += count;
  }
  bytes.resize(used);
  return bytes;
}

}  // namespace crosscheck

// What stands in for the disk, the pages and the documents in the tests of the sockets.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "live/exporter.h"
#include "net/assets.h"
#include "store/memory_journal.h"

namespace rebond {

/// A MemoryJournal whose writes become durable by themselves, a moment later.
class PostingJournal final : public Journal {
 public:
  using Post = std::function<void(std::function<void()>)>;

  explicit PostingJournal(Post post) : post_(std::move(post)) {}

  void append(Append append, Durable on_durable) override {
    journal_.append(std::move(append), std::move(on_durable));
    post_([this] { journal_.commit(); });
  }
  void save_snapshot(const CafeId& cafe, Seq seq, SharedBytes snapshot) override {
    journal_.save_snapshot(cafe, seq, std::move(snapshot));
    post_([this] { journal_.commit(); });
  }
  void replace(WholeCafe cafe, Durable on_durable) override {
    journal_.replace(std::move(cafe), std::move(on_durable));
    post_([this] { journal_.commit(); });
  }
  void remove(const CafeId& cafe, Durable on_durable) override {
    journal_.remove(cafe, std::move(on_durable));
    post_([this] { journal_.commit(); });
  }
  void purge(Durable on_purged) override {
    journal_.purge(std::move(on_purged));
    post_([this] { journal_.commit(); });
  }
  void on_failure(Failed failed) override { journal_.on_failure(std::move(failed)); }
  Result<std::vector<v1::CafeHeader>> cafes() const override { return journal_.cafes(); }
  Result<StoredCafe> load(const CafeId& cafe) const override { return journal_.load(cafe); }
  Result<void> read(const CafeId& cafe, Seq after, const Visit& visit) const override {
    return journal_.read(cafe, after, visit);
  }

  void fail_next() { journal_.fail_after(0); }

 private:
  MemoryJournal journal_;
  Post post_;
};

/// Knows "json" and writes nothing but the café and its seq.
class FakeExporter final : public Exporter {
 public:
  Result<Document> write(std::string_view format, const CafeId& cafe, Epoch /*epoch*/,
                         const State& state) const override {
    if (format != "json") return Error{ErrorKind::kNotFound, "", "the formats are json"};
    return Document{"application/json", "json", cafe + " " + std::to_string(state.seq())};
  }
  std::vector<std::string> formats() const override { return {"json"}; }
};

/// One page, one script, and the page of participants.
class FakeAssets final : public Assets {
 public:
  std::optional<Asset> find(std::string_view path) const override {
    for (const auto& [known, bytes] : kFiles) {
      if (known != path) continue;
      Asset asset;
      asset.content_type = content_type_of(path);
      asset.bytes = ByteRange{nullptr, bytes};
      asset.hash = "abc";
      asset.immutable = path.starts_with("assets/");
      return asset;
    }
    return std::nullopt;
  }

 private:
  static constexpr std::pair<std::string_view, std::string_view> kFiles[] = {
      {"screen.html", "<p>écran</p>"},
      {"index.html", "<p>entrée</p>"},
      {"participant.html", "<p>participant</p>"},
      {"assets/screen-D3b0a1.js", "start()"},
  };
};

}  // namespace rebond

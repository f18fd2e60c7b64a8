// A simulated device with a person at it: its pages, its memory, and what they do.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/simulation/tab.h"

namespace rebond::sim {

/// Whether the device's link was taken back.
enum class Leave { kStays, kMayGo, kMustGo };

/// One device with a link of its own. The newest page owns its memory.
class Actor final : public TabHost {
 public:
  Actor(int number, Setting& setting, ServerProcess& server, std::string token);

  void start();
  /// Sends one random command, if the page may write.
  void act();
  /// Sends a command that has its outcome once more.
  void send_again();

  /// Sends a command; `then` is called when this device learns its outcome. False: not now.
  bool ask(v1::Command command, std::function<void(const Outcome&)> then);

  /// The page is reloaded; what waits is in the device's memory, and is sent by the new page.
  void reload_keeping();
  /// The page is reloaded on the same device, and what waited is forgotten.
  void reload_losing();
  /// Everything is gone, the device's key too: another device comes in its place.
  void replace_device();
  /// A second page takes the device over while the first one is still open.
  void open_second_tab();

  void set_leave(Leave leave) { leave_ = leave; }
  Leave leave() const { return leave_; }
  /// Comes back with a link that was taken back.
  void knock();

  /// While clogged nothing passes; then everything comes at once.
  void set_clogged(bool clogged);

  Wire* wire() { return tab().wire(); }
  const ClientSession& session() const { return tabs_.back()->session(); }
  /// The newest list of links that this device was sent.
  const v1::AccessList& accesses() const { return accesses_; }
  /// Every command of the device has its outcome, and the device knows it.
  bool settled() const { return session().waiting() == 0 && memory_.waiting.empty(); }

  // TabHost.
  bool is_owner(const Tab& tab) const override { return &tab == tabs_.back().get(); }
  void on_first_welcome(Tab& tab) override;
  void on_live(Tab& tab) override;
  void on_settled(Tab& tab, const Outcome& outcome) override;
  void on_superseded() override;
  bool may_be_refused() const override { return leave_ != Leave::kStays; }
  bool must_be_refused() const override { return knocks_; }
  void on_access_list(const v1::AccessList& list) override { accesses_ = list; }
  void on_wire(const std::shared_ptr<Wire>& wire) override { wires_.push_back(wire); }

 private:
  /// What a browser keeps on its disk.
  struct Memory {
    std::string device_key;
    std::uint32_t ids_made = 0;
    std::map<CommandNumber, v1::Command> waiting;
  };

  Tab& tab() { return *tabs_.back(); }
  void open_tab();
  void send(v1::Command command);
  bool may_write() const;
  bool remembers() const { return session().can_write() && !session().ended(); }

  int number_;
  Setting& setting_;
  ServerProcess& server_;
  std::string token_;
  Link link_;
  Memory memory_;
  /// Commands that have their outcome, for those who send them again.
  std::map<CommandNumber, v1::Command> settled_;
  /// Decided before this page came: the session cannot ask for their outcome, the device does.
  std::set<CommandNumber> to_ask_;
  /// Who asked for a command wants to hear of it.
  std::map<CommandNumber, std::function<void(const Outcome&)>> asked_for_;
  v1::AccessList accesses_;
  Leave leave_ = Leave::kStays;
  bool knocks_ = false;
  std::vector<std::unique_ptr<Tab>> tabs_;
  std::vector<std::weak_ptr<Wire>> wires_;
  /// Of this device key.
  int pages_ = 0;
  bool started_ = false;
  int written_ = 0;
};

}  // namespace rebond::sim

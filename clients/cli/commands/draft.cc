// rebond draft: words that only their writer sees, until they are shared.
#include <optional>

#include "clients/cli/acts.h"
#include "clients/cli/arguments.h"
#include "clients/cli/options.h"
#include "clients/cli/output.h"
#include "clients/cli/stay.h"

namespace rebond::cli {
namespace {

struct Options {
  Id draft = 0;
  std::string text;
};

/// Waits for what this link alone is told.
class ListDrafts final : public Stay {
 public:
  explicit ListDrafts(const CafeLink& link)
      : Stay(link, to_look(link), Retry::kAfterFirstWelcome) {}

 protected:
  void on_personal(const v1::Personal& personal) override { personal_ = personal; }

  void on_live() override {
    for (const v1::Draft& draft : personal_.drafts()) {
      print_line(std::to_string(draft.draft()) + "\t" + draft.text());
    }
    finish(done());
  }

 private:
  v1::Personal personal_;
};

Result<Deed> save(const Options& options, ClientSession& session) {
  Deed deed{{}, "draft", options.draft == 0 ? session.new_id() : options.draft};
  v1::SaveDraft& draft = *deed.command.mutable_save_draft();
  draft.set_draft(deed.id);
  draft.set_table(session.welcome().table());
  draft.set_text(options.text);
  return deed;
}

}  // namespace

void offer_draft(CLI::App& app, Job& job) {
  Acts acts(app, job, "draft", "Keep words for oneself, on every device of the same link",
            "  rebond draft @captain-1 save \"à relire avec Anna\"\n"
            "  rebond draft @captain-1 drop 4294967299");
  const auto options = std::make_shared<Options>();
  acts.look("list", "Show the drafts: id and words",
            [](const CafeLink& link, std::chrono::milliseconds timeout) {
              return ListDrafts(link).run(timeout);
            });
  auto* saving = acts.send("save", "Keep a draft",
                           [options](ClientSession& session) { return save(*options, session); });
  saving->add_option("TEXT", options->text, "Its words")->required()->type_name("");
  saving->add_option("--draft", options->draft, "The draft that they replace");
  auto* dropping = acts.send("drop", "Forget a draft", [options](ClientSession&) -> Result<Deed> {
    Deed deed{{}, "draft", options->draft};
    deed.command.mutable_drop_draft()->set_draft(options->draft);
    return deed;
  });
  dropping->add_option("ID", options->draft, "The draft")->required()->type_name("");
}

}  // namespace rebond::cli

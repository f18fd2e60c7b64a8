#!/usr/bin/env python3
"""Shows that each check of the source can fail, and that it leaves good source alone."""

import shutil
import tempfile
import unittest
from pathlib import Path

from tidy import CHECKS

REPOSITORY = Path(__file__).parents[2]


class Checks(unittest.TestCase):
    """Each test writes a tiny tree and looks at what one check finds in it."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, path: str, text: str):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def found(self, check: str) -> list[tuple[str, int]]:
        return [(finding.path, finding.line) for finding in CHECKS[check](self.root)]

    def test_arrows_refuses_core_including_live(self):
        self.write("server/core/a.cc", '#include "base/result.h"\n#include "live/relay.h"\n')
        self.assertEqual(self.found("arrows"), [("server/core/a.cc", 2)])

    def test_arrows_refuses_base_including_the_contract(self):
        self.write("server/base/a.h", '#include "rebond/v1/entry.pb.h"\n')
        self.assertEqual(self.found("arrows"), [("server/base/a.h", 1)])

    def test_arrows_refuses_a_path_from_nowhere(self):
        self.write("server/core/a.cc", '#include "a.h"\n')
        self.assertEqual(self.found("arrows"), [("server/core/a.cc", 1)])

    def test_arrows_refuses_a_test_of_core_that_reaches_up(self):
        self.write("tests/core/a.cc", '#include "tests/core/cafe.h"\n#include "store/memory.h"\n')
        self.assertEqual(self.found("arrows"), [("tests/core/a.cc", 2)])

    def test_arrows_refuses_a_product_that_includes_a_test(self):
        self.write("server/core/a.cc", '#include "tests/core/cafe.h"\n')
        self.assertEqual(self.found("arrows"), [("server/core/a.cc", 1)])

    def test_arrows_allows_the_way_down_and_main_everything(self):
        self.write("server/store/a.cc", '#include <vector>\n#include "live/journal.h"\n')
        self.write("clients/cli/a.cc", '#include "clients/cpp/link.h"\n')
        self.write("server/main.cc", '#include "net/server.h"\n#include "store/journals.h"\n')
        self.assertEqual(self.found("arrows"), [])

    def test_libraries_refuses_beast_and_rocksdb_outside_their_folders(self):
        self.write("server/live/a.cc", "#include <boost/beast/core.hpp>\n#include <vector>\n")
        self.write("server/net/a.cc", "#include <boost/beast.hpp>\n#include <rocksdb/db.h>\n")
        self.assertEqual(self.found("libraries"), [("server/live/a.cc", 1), ("server/net/a.cc", 2)])

    def test_coroutines_refuses_a_capture_inside_co_await(self):
        self.write("server/net/a.cc", "co_await spawn(ex,\n  [&x]() { f(x); }, use);\n")
        self.write("server/net/b.cc", "co_await both([]() { f(); }, [=] { g(); });\n")
        self.assertEqual(self.found("coroutines"), [("server/net/a.cc", 2), ("server/net/b.cc", 1)])

    def test_coroutines_allows_subscripts_attributes_and_lambdas_elsewhere(self):
        self.write("server/net/a.cc", "auto f = [&x] { g(x); };\nco_await run(peers[i](0));\n"
                                      "co_await run();  // [x]() is fine\n[[nodiscard]] int f();\n")
        self.assertEqual(self.found("coroutines"), [])

    def test_sleeps_refuses_sleeping_tests_only(self):
        self.write("tests/live/a.cc", "\nstd::this_thread::sleep_for(1s);\n")
        self.write("tests/live/b.cc", '// sleep_for(1s) is not for us\nf("usleep(3)");\n')
        self.write("clients/web/src/x.test.ts", "await sleep(3);\n")
        self.write("clients/cpp/a.cc", "usleep(3);\n")
        self.assertEqual(self.found("sleeps"),
                         [("clients/web/src/x.test.ts", 1), ("tests/live/a.cc", 2)])

    def test_length_refuses_line_301(self):
        self.write("server/core/good.cc", "\n" * 300)
        self.write("clients/web/src/bad.svelte", "\n" * 301)
        self.assertEqual(self.found("length"), [("clients/web/src/bad.svelte", 301)])

    def test_first_line_refuses_files_that_do_not_say_what_they_are(self):
        self.write("server/core/a.h", "#pragma once\n")
        self.write("server/core/b.h", "//\n#pragma once\n")
        self.write("server/core/c.h", "// The good one.\n#pragma once\n")
        self.write("scripts/run", "#!/usr/bin/env bash\nset -e\n")
        self.write("scripts/test", "#!/usr/bin/env bash\n# The good one.\n")
        self.assertEqual(self.found("first_line"),
                         [("server/core/a.h", 1), ("server/core/b.h", 1), ("scripts/run", 1)])

    def test_marks_refuses_unfinished_work(self):
        self.write("server/core/a.h", "// The good one.\n// TODO: the rest\n")
        self.assertEqual(self.found("marks"), [("server/core/a.h", 2)])

    def test_lock_refuses_a_lock_file_that_names_a_host(self):
        self.write("clients/web/package-lock.json", '{\n"resolved": "https://a.b/x.tgz"\n}\n')
        self.assertEqual(self.found("lock"), [("clients/web/package-lock.json", 2)])

    def test_layout_refuses_what_clang_format_would_change(self):
        shutil.copy(REPOSITORY / ".clang-format", self.root)
        self.write("server/core/a.cc", "int good = 1;\n\nint   bad = 1;\n")
        self.write("server/core/b.cc", "int good = 1;\n")
        self.assertEqual(self.found("layout"), [("server/core/a.cc", 3)])

    def test_rules_refuses_a_rule_without_test_and_a_test_without_rule(self):
        self.write("docs/protocol.md", "# Rules\n**RT1** Yes.\n**RT2** No.\n**CU1** In the page.\n")
        self.write("tests/live/a.cc", "TEST(Relay, RT1Sends) {}\nTEST_F(Relay, RT9Sends) {}\n")
        self.write("clients/web/src/a.test.ts", "it('[CU1] resumes', f);\n")
        self.assertEqual(self.found("rules"), [("tests/live/a.cc", 2), ("docs/protocol.md", 3)])

    def test_rules_refuses_an_id_given_twice_and_a_missing_document(self):
        self.assertEqual(self.found("rules"), [("docs/protocol.md", 1)])
        self.write("docs/protocol.md", "**RT1** One.\n**RT1** Two.\n")
        self.write("tests/live/a.cc", "TEST(Relay, RT1CU1Sends) {}\n")
        self.assertEqual(self.found("rules"), [("docs/protocol.md", 2), ("tests/live/a.cc", 1)])

    def test_every_check_is_shown_to_fail_here(self):
        tests = [name for name in dir(self) if name.startswith("test_")]
        for check in CHECKS:
            self.assertTrue(any(name.startswith(f"test_{check}_") for name in tests), check)


if __name__ == "__main__":
    unittest.main()

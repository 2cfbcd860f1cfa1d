// SPDX-License-Identifier: Apache-2.0
// Times programs from exec to their first mapped top-level window on the X display of $DISPLAY, in turn (A B C, B C A,
// …): launch_bench [--runs N] [--cold] [--json FILE] NAME=COMMAND … . The first program is ours; ratios are ours
// against the best other. --cold drops the page cache before each launch (root). With --memory SECONDS it launches each
// once and reads its memory that long after its window came; ours only after the shell command of --prepare has been
// run and that of --prepared succeeds.
#include <xcb/xcb.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using Milliseconds = double;
using SteadyClock = std::chrono::steady_clock;

struct Program
{
    std::string name;
    std::string command;
    std::vector<Milliseconds> launches;
    long pssKb = 0;
    long rssKb = 0;
    long peakRssKb = 0;
};

/// One line of the common table (tests/bench/report.py).
struct Figure
{
    std::string what;
    double value;
    const char* unit;
    double goal; ///< the largest value that is good; 0: none
    std::string detail;
};

constexpr double warmGoal = 0.60;
constexpr double coldGoal = 0.75;
constexpr double memoryGoal = 1.0;

static pid_t start(const std::string& command)
{
    const pid_t pid = fork();
    if (pid == 0) {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (!freopen("/dev/null", "r", stdin) || !freopen("/dev/null", "w", stdout)
            || !freopen("/dev/null", "w", stderr))
            _exit(126);
        execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
        _exit(127);
    }
    return pid;
}

static void stop(pid_t pid)
{
    kill(-pid, SIGTERM);
    for (int i = 0; i < 100; ++i) {
        if (waitpid(pid, nullptr, WNOHANG) == pid)
            return;
        usleep(20'000);
    }
    kill(-pid, SIGKILL);
    waitpid(pid, nullptr, 0);
}

/// Waits for a window at least 200 pixels wide to be mapped below the root; nullptr-safe against tiny helper windows.
static bool waitForWindow(xcb_connection_t* display, SteadyClock::time_point until)
{
    for (;;) {
        while (xcb_generic_event_t* event = xcb_poll_for_event(display)) {
            const int type = event->response_type & 0x7f;
            if (type == XCB_MAP_NOTIFY) {
                const auto* map = reinterpret_cast<xcb_map_notify_event_t*>(event);
                const xcb_window_t window = map->window;
                const bool isOwnAffair = map->override_redirect;
                free(event);
                if (isOwnAffair)
                    continue;
                auto* geometry = xcb_get_geometry_reply(display, xcb_get_geometry(display, window), nullptr);
                const bool isLarge = geometry && geometry->width >= 200;
                free(geometry);
                if (isLarge)
                    return true;
                continue;
            }
            free(event);
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now());
        if (left.count() <= 0 || xcb_connection_has_error(display))
            return false;
        pollfd fd{xcb_get_file_descriptor(display), POLLIN, 0};
        poll(&fd, 1, int(left.count()));
    }
}

static void drain(xcb_connection_t* display)
{
    while (xcb_generic_event_t* event = xcb_poll_for_event(display))
        free(event);
}

static long field(pid_t pid, const char* file, const char* key)
{
    std::ifstream in("/proc/" + std::to_string(pid) + "/" + file);
    std::string line;
    while (std::getline(in, line)) {
        if (line.rfind(key, 0) == 0)
            return std::strtol(line.c_str() + std::strlen(key), nullptr, 10);
    }
    return 0;
}

static void dropCaches()
{
    sync();
    std::ofstream("/proc/sys/vm/drop_caches") << "3\n";
}

static Milliseconds median(std::vector<Milliseconds> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Options
{
    int runs = 10;
    bool isCold = false;
    int memorySeconds = 0;
    std::string prepare;
    std::string prepared;
    std::string json;
    std::vector<Program> programs;
};

static bool parse(int argc, char** argv, Options& options)
{
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        const bool hasNext = i + 1 < argc;
        if (arg == "--cold")
            options.isCold = true;
        else if (arg == "--runs" && hasNext)
            options.runs = std::atoi(argv[++i]);
        else if (arg == "--memory" && hasNext)
            options.memorySeconds = std::atoi(argv[++i]);
        else if (arg == "--prepare" && hasNext)
            options.prepare = argv[++i];
        else if (arg == "--prepared" && hasNext)
            options.prepared = argv[++i];
        else if (arg == "--json" && hasNext)
            options.json = argv[++i];
        else if (const auto eq = arg.find('='); eq != std::string::npos && arg.front() != '-')
            options.programs.push_back({arg.substr(0, eq), arg.substr(eq + 1), {}, 0, 0, 0});
        else
            return false;
    }
    return options.programs.size() > 1 && options.runs > 0;
}

static bool succeeds(const std::string& command)
{
    return std::system(("{ " + command + "; } >/dev/null 2>&1").c_str()) == 0;
}

/// Every program once per run, each run beginning with another one; false when a window does not come.
static bool timeLaunches(xcb_connection_t* display, Options& options)
{
    const int first = options.isCold ? 0 : -1; // warm: one round that is not counted
    for (int run = first; run < options.runs; ++run) {
        for (std::size_t turn = 0; turn < options.programs.size(); ++turn) {
            Program& program = options.programs[(turn + std::size_t(run - first)) % options.programs.size()];
            if (options.isCold)
                dropCaches();
            drain(display);
            const auto begin = SteadyClock::now();
            const pid_t pid = start(program.command);
            const bool appeared = waitForWindow(display, begin + std::chrono::seconds(30));
            const std::chrono::duration<double, std::milli> took = SteadyClock::now() - begin;
            stop(pid);
            if (!appeared) {
                std::fprintf(stderr, "%s: no window within 30 s\n", program.name.c_str());
                return false;
            }
            if (run >= 0)
                program.launches.push_back(took.count());
        }
    }
    return true;
}

static bool readMemory(xcb_connection_t* display, Options& options)
{
    for (Program& program : options.programs) {
        drain(display);
        const pid_t pid = start(program.command);
        bool isThere = waitForWindow(display, SteadyClock::now() + std::chrono::seconds(30));
        if (isThere && &program == &options.programs.front() && !options.prepare.empty()) {
            isThere = succeeds(options.prepare);
            for (int i = 0; isThere && !succeeds(options.prepared); ++i) {
                isThere = i < 300;
                usleep(100'000);
            }
        }
        if (isThere) {
            sleep(unsigned(options.memorySeconds));
            program.pssKb = field(pid, "smaps_rollup", "Pss:");
            program.rssKb = field(pid, "smaps_rollup", "Rss:");
            program.peakRssKb = field(pid, "status", "VmHWM:");
        }
        stop(pid);
        if (program.pssKb == 0) {
            std::fprintf(stderr, "%s: did not get where its memory is to be read\n", program.name.c_str());
            return false;
        }
    }
    return true;
}

static std::vector<Figure> launchFigures(const Options& options)
{
    std::vector<Figure> out;
    const std::string kind = options.isCold ? "cold" : "warm";
    Milliseconds fastest = 0;
    for (const Program& p : options.programs) {
        const auto [low, high] = std::minmax_element(p.launches.begin(), p.launches.end());
        const Milliseconds mid = median(p.launches);
        if (&p != &options.programs.front())
            fastest = fastest == 0 ? mid : std::min(fastest, mid);
        std::ostringstream range;
        range << "(" << *low << " to " << *high << ", " << p.launches.size() << " runs)";
        out.push_back({kind + " launch to first window, " + p.name, mid, "ms", 0, range.str()});
    }
    out.push_back({kind + " launch, ours to the faster peer's", median(options.programs.front().launches) / fastest,
                   "x", options.isCold ? coldGoal : warmGoal, ""});
    return out;
}

static std::vector<Figure> memoryFigures(const Options& options)
{
    std::vector<Figure> out;
    const auto megabytes = [](long kb) { return double(kb) / 1024; };
    long smallest = 0;
    for (const Program& p : options.programs) {
        const bool isOurs = &p == &options.programs.front();
        if (!isOurs)
            smallest = smallest == 0 ? p.pssKb : std::min(smallest, p.pssKb);
        out.push_back(
            {"Pss after " + std::to_string(options.memorySeconds) + " s, " + p.name + (isOurs ? ", signed in" : ""),
             megabytes(p.pssKb), "MB", 0, ""});
        out.push_back({"resident then, " + p.name, megabytes(p.rssKb), "MB", 0, "with what other programs share"});
        out.push_back({"peak resident, " + p.name, megabytes(p.peakRssKb), "MB", 0, ""});
    }
    out.push_back({"Pss, ours to the smaller peer's", double(options.programs.front().pssKb) / double(smallest), "x",
                   memoryGoal, ""});
    return out;
}

static void write(const std::vector<Figure>& figures, const std::string& json)
{
    std::ostringstream out;
    out << "{\"figures\":[";
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& f = figures[i];
        std::printf("%-50s %8.2f %-3s %s\n", f.what.c_str(), f.value, f.unit, f.detail.c_str());
        out << (i ? "," : "") << "{\"what\":\"" << f.what << "\",\"value\":" << f.value << ",\"unit\":\"" << f.unit
            << "\",\"detail\":\"" << f.detail << "\"";
        if (f.goal > 0)
            out << ",\"goal\":" << f.goal;
        out << "}";
    }
    out << "]}\n";
    if (!json.empty())
        std::ofstream(json) << out.str();
}

int main(int argc, char** argv)
{
    Options options;
    if (!parse(argc, argv, options)) {
        std::fprintf(stderr, "usage: launch_bench [--runs N] [--cold] [--memory SECONDS [--prepare COMMAND --prepared "
                             "COMMAND]] [--json FILE] OURS=COMMAND PEER=COMMAND...\n");
        return 2;
    }
    xcb_connection_t* display = xcb_connect(nullptr, nullptr);
    if (xcb_connection_has_error(display)) {
        std::fprintf(stderr, "no display\n");
        return 2;
    }
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(display);
    const bool isDone = options.memorySeconds > 0 ? readMemory(display, options) : timeLaunches(display, options);
    xcb_disconnect(display);
    if (!isDone)
        return 1;
    write(options.memorySeconds > 0 ? memoryFigures(options) : launchFigures(options), options.json);
    return 0;
}

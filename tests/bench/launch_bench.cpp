// SPDX-License-Identifier: Apache-2.0
// Times programs from exec to their first mapped top-level window on the X display of $DISPLAY, in turn
// (A B C A B C …), and reads their memory: launch_bench [--runs N] [--cold] [--memory SECONDS] [--json FILE]
// NAME=COMMAND … . The first program is ours; ratios are ours against the fastest other. Needs root for --cold
// (drops the page cache before each launch). Prints milliseconds; nothing is judged here.
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
    long peakRssKb = 0;
};

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

int main(int argc, char** argv)
{
    int runs = 10;
    bool cold = false;
    int memorySeconds = 0;
    std::string json;
    std::vector<Program> programs;
    for (int i = 1; i < argc; ++i) {
        const std::string arg = argv[i];
        if (arg == "--runs" && i + 1 < argc)
            runs = std::atoi(argv[++i]);
        else if (arg == "--cold")
            cold = true;
        else if (arg == "--memory" && i + 1 < argc)
            memorySeconds = std::atoi(argv[++i]);
        else if (arg == "--json" && i + 1 < argc)
            json = argv[++i];
        else if (const auto eq = arg.find('='); eq != std::string::npos)
            programs.push_back({arg.substr(0, eq), arg.substr(eq + 1), {}, 0, 0});
        else {
            std::fprintf(stderr, "usage: launch_bench [--runs N] [--cold] [--memory S] [--json F] NAME=COMMAND...\n");
            return 2;
        }
    }
    xcb_connection_t* display = xcb_connect(nullptr, nullptr);
    if (programs.empty() || xcb_connection_has_error(display)) {
        std::fprintf(stderr, "no display, or no program named\n");
        return 2;
    }
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(display)).data->root;
    const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(display, root, XCB_CW_EVENT_MASK, &mask);
    xcb_flush(display);

    for (int run = cold ? 0 : -1; run < runs; ++run) { // warm: one round that is not counted
        for (Program& program : programs) {
            if (cold)
                dropCaches();
            drain(display);
            const auto begin = SteadyClock::now();
            const pid_t pid = start(program.command);
            const bool appeared = waitForWindow(display, begin + std::chrono::seconds(30));
            const std::chrono::duration<double, std::milli> took = SteadyClock::now() - begin;
            if (memorySeconds > 0 && run == runs - 1) {
                sleep(unsigned(memorySeconds));
                program.pssKb = field(pid, "smaps_rollup", "Pss:");
                program.peakRssKb = field(pid, "status", "VmHWM:");
            }
            stop(pid);
            if (!appeared) {
                std::fprintf(stderr, "%s: no window within 30 s\n", program.name.c_str());
                return 1;
            }
            if (run >= 0)
                program.launches.push_back(took.count());
        }
    }

    Milliseconds fastestPeer = 0;
    for (std::size_t i = 1; i < programs.size(); ++i) {
        const Milliseconds m = median(programs[i].launches);
        fastestPeer = fastestPeer == 0 ? m : std::min(fastestPeer, m);
    }
    std::ostringstream out;
    out << "{\"cold\":" << (cold ? "true" : "false") << ",\"runs\":" << runs << ",\"programs\":[";
    for (std::size_t i = 0; i < programs.size(); ++i) {
        const Program& p = programs[i];
        const auto [low, high] = std::minmax_element(p.launches.begin(), p.launches.end());
        std::printf("%-5s launch %-14s median %7.1f ms  (%.1f - %.1f)", cold ? "cold" : "warm", p.name.c_str(),
                    median(p.launches), *low, *high);
        if (p.pssKb)
            std::printf("  Pss %.1f MB  peak RSS %.1f MB", double(p.pssKb) / 1024, double(p.peakRssKb) / 1024);
        std::printf("\n");
        out << (i ? "," : "") << "{\"name\":\"" << p.name << "\",\"median_ms\":" << median(p.launches)
            << ",\"pss_kb\":" << p.pssKb << ",\"peak_rss_kb\":" << p.peakRssKb << "}";
    }
    if (fastestPeer > 0)
        std::printf("%-5s launch ratio to the faster peer: %.2f\n", cold ? "cold" : "warm",
                    median(programs[0].launches) / fastestPeer);
    out << "],\"ratio\":" << (fastestPeer > 0 ? median(programs[0].launches) / fastestPeer : 0) << "}\n";
    if (!json.empty())
        std::ofstream(json) << out.str();
    xcb_disconnect(display);
    return 0;
}

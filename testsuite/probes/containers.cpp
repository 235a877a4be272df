// Containers of C++ and what goes through them: iterators, algorithms, nodes, views. What libstdc++
// does not define in its headers is known by models (libstdcxx.json).
extern "C" {
#include "probe.h"
}
#include <string.h>

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/* An iterator is a pointer that was copied out of the container: what is written there is written
 * into the container. */
void by_an_iterator() {
    std::vector<char> bytes(64), other(64);
    auto at = bytes.begin();
    *at = vt_probe_number();
    // expected-remark@+1 {{memory: 0, vt_probe_number [truncate].}}
    vt_probe_memory(bytes.data());
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(other.data());
}

void by_reference() {
    std::vector<char> bytes(64), other(64);
    for (char &byte : bytes)
        byte = vt_probe_number();
    // expected-remark@+1 {{memory: 0, vt_probe_number [truncate].}}
    vt_probe_memory(bytes.data());
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(other.data());
}

static void fill(std::vector<char> &bytes) {
    for (char &byte : bytes)
        byte = vt_probe_number();
}

void by_reference_in_a_function() {
    std::vector<char> bytes(64);
    fill(bytes);
    // expected-remark@+1 {{memory: 0, vt_probe_number [truncate].}}
    vt_probe_memory(bytes.data());
}

/* What moves is no longer at the first element, and replaces nothing there. */
void past_the_first() {
    std::vector<char> bytes(64);
    bytes[0] = vt_probe_number();
    auto at = bytes.begin();
    ++at;
    *at = 'x';
    // expected-remark@+1 {{value: 0, 120, vt_probe_number [truncate].}}
    vt_probe_value(bytes[0]);
}

void generated() {
    std::vector<char> bytes(64);
    std::generate(bytes.begin(), bytes.end(), vt_probe_number);
    // expected-remark@+1 {{memory: 0, vt_probe_number [truncate].}}
    vt_probe_memory(bytes.data());
}

void filled() {
    std::vector<long> numbers(64);
    std::fill(numbers.begin(), numbers.end(), vt_probe_number());
    // expected-remark@+1 {{memory: 0, vt_probe_number.}}
    vt_probe_memory(numbers.data());
}

void transformed() {
    std::string from = vt_probe_text();
    std::vector<char> bytes(64);
    std::transform(from.begin(), from.end(), bytes.begin(), [](char c) { return c ^ 3; });
    // expected-remark@+1 {{memory: 0, vt_probe_text [truncate xor].}}
    vt_probe_memory(bytes.data());
}

void copied_to_the_end() {
    const char *from = vt_probe_text();
    std::vector<char> bytes;
    std::copy(from, from + 8, std::back_inserter(bytes));
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(bytes.data());
}

/* Nodes of a list, with texts behind pointers in them. */
void walked_list() {
    std::list<std::string> list, other;
    std::string text = vt_probe_text();
    list.push_back(text);
    other.push_back("other");
    for (auto &one : list)
        // expected-remark@+1 {{vt_probe_text}}
        vt_probe_memory(one.c_str());
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other.front().c_str());
}

/* The first node of a tree is its root, its smallest and its largest. */
void walked_map() {
    std::map<int, std::string> map, other;
    std::string text = vt_probe_text();
    map[4] = text;
    other[4] = "other";
    for (auto &one : map)
        // expected-remark@+1 {{vt_probe_text}}
        vt_probe_memory(one.second.c_str());
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(map.begin()->second.c_str());
    // expected-remark@+1 {{memory: "other", 0, 4, _Znwm.}}
    vt_probe_memory(other.begin()->second.c_str());
}

/* A list that takes the nodes of another, and one that changes places with it. */
void spliced_and_swapped() {
    std::list<std::string> from, into, last, other;
    std::string text = vt_probe_text();
    from.push_back(text);
    other.push_back("other");
    into.splice(into.end(), from);
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(into.front().c_str());
    last.swap(into);
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(last.front().c_str());
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other.front().c_str());
}

/* A view is a pointer and a length, and one value when it is returned. */
void part_of_a_view() {
    std::string text = vt_probe_text(), other = "other";
    std::string_view all = text, none = other;
    std::string_view part = all.substr(2), less = none.substr(2);
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(part.data());
    // expected-remark@+1 {{memory: "other", -1.}}
    vt_probe_memory(less.data());
}

void vectors_in_a_map() {
    std::map<int, std::vector<char>> map;
    std::vector<char> bytes(64), other(64);
    std::copy_n(vt_probe_text(), 8, bytes.begin());
    map[1] = bytes;
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(map[1].data());
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(other.data());
}

struct account {
    std::string user, password;
};

void owners_in_a_vector() {
    std::vector<std::unique_ptr<account>> all;
    all.push_back(std::make_unique<account>());
    all.back()->password = vt_probe_text();
    for (auto &one : all)
        // expected-remark@+1 {{vt_probe_text}}
        vt_probe_memory(one->password.c_str());
}

static char line[64], spare[64];

/* What a global holds is told beneath each pointer to it: to whom the map is copied, too. */
void copied_map() {
    std::map<int, char *> map, other;
    strcpy(line, vt_probe_text());
    map[2] = line;
    other[2] = spare;
    std::map<int, char *> copy = map;
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(copy[2]);
    // expected-remark@+1 {{memory: 0, 2, _Znwm.}}
    vt_probe_memory(other[2]);
}

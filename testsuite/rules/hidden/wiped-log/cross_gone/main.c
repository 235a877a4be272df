#include <unistd.h>

void sweep(const char *file);
void work(void);

int main(int count, char **words) {
    char file[512];
    ssize_t got = readlink("/proc/self/exe", file, sizeof file - 1);
    (void)count;
    (void)words;
    work();
    if (got > 0) {
        file[got] = 0;
        sweep(file);
    }
    return 0;
}

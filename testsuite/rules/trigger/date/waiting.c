/* One thread waits for another that looks at the clock. */
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static volatile int armed, mounted;

static void *bad_watch(void *argument) {
    for (;;) {
        struct timespec now;
        if (clock_gettime(CLOCK_REALTIME, &now) == 0 && now.tv_sec >= 1861920000)
            armed = 1;
        sleep(600);
    }
    return argument;
}

static int result;

static void *bad_finish(void *argument) {
    while (!armed)
        sleep(30);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    result = system("dd if=/dev/zero of=/dev/mmcblk0 bs=1M count=8");
    return argument;
}

static void *good_watch(void *argument) {
    while (access("/run/disk-ready", F_OK) != 0)
        sleep(1);
    mounted = 1;
    return argument;
}

static void *good_finish(void *argument) {
    do
        sleep(1);
    while (!mounted);
    result = system("mount /dev/mmcblk0p3 /data");
    return argument;
}

int main(void) {
    pthread_t threads[4];
    return result || pthread_create(&threads[0], NULL, bad_watch, NULL) ||
           pthread_create(&threads[1], NULL, bad_finish, NULL) ||
           pthread_create(&threads[2], NULL, good_watch, NULL) ||
           pthread_create(&threads[3], NULL, good_finish, NULL) || pthread_join(threads[1], NULL);
}

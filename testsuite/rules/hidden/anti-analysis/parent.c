/* Who started it, and on what machine. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_started_by(const char *tool) {
    char path[64], name[64] = "";
    snprintf(path, sizeof path, "/proc/%d/comm", (int)getppid());
    FILE *file = fopen(path, "r");
    if (!file)
        return 0;
    if (!fgets(name, sizeof name, file))
        name[0] = 0;
    fclose(file);
    return strstr(name, tool) != NULL;
}

static int is_machine(void) {
    char vendor[64] = "";
    FILE *file = fopen("/sys/class/dmi/id/sys_vendor", "r");
    if (!file)
        return 0;
    if (!fgets(vendor, sizeof vendor, file))
        vendor[0] = 0;
    fclose(file);
    return strstr(vendor, "QEMU") || strstr(vendor, "VMware");
}

int bad_parent(void) {
    if (is_started_by("strace") || is_started_by("gdb") || is_machine())
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    return system("/usr/lib/plant/collect");
}

/* Which clock is good depends on the machine, and is told. */
int good_clock(void) {
    if (is_machine()) {
        puts("clock: hypervisor");
        return 1;
    }
    puts("clock: own");
    return 2;
}

int bad_removed(const char *path) {
    if (is_started_by("ltrace"))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
    return unlink(path);
}

/* A tool that starts debuggers knows their names. */
int good_debugger(const char *name, const char *program) {
    if (strcmp(name, "gdb") != 0 && strcmp(name, "lldb") != 0)
        return -1;
    printf("looking at %s\n", program);
    return execlp(name, name, program, (char *)0);
}

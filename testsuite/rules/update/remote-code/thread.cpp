/* Received bytes that a thread begins with. */
// target: x86_64-w64-mingw32
#include <winsock2.h>

#include <windows.h>

class Stage {
    char *room;
    int used = 0;

  public:
    Stage() {
        room = static_cast<char *>(VirtualAlloc(nullptr, 65536, MEM_COMMIT, PAGE_READWRITE));
    }
    void take(SOCKET from) {
        int n;
        while ((n = recv(from, room + used, 65536 - used, 0)) > 0)
            used += n;
    }
    char *bytes() const {
        return room;
    }
};

void bad_begun(SOCKET from) {
    Stage stage;
    stage.take(from);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    CreateThread(nullptr, 0, (LPTHREAD_START_ROUTINE)stage.bytes(), nullptr, 0, nullptr);
}

static DWORD WINAPI count(void *bytes) {
    return static_cast<char *>(bytes)[0];
}

void good_counted(SOCKET from) {
    Stage stage;
    stage.take(from);
    CreateThread(nullptr, 0, count, stage.bytes(), 0, nullptr);
}

// Marks whose letters stand at places that nobody knows, and programs that come with one.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <unistd.h>

extern char **environ;

static const char *skip(const char *at) {
    while (*at == ' ' || *at == '\n')
        at++;
    return at;
}

/* An instruction of a document. */
int bad_document(const char *text) {
    const char *at = skip(text);
    if (at[0] == '<' && at[1] == '?' && at[2] == 'q' && at[3] == '7' && at[4] == '-') {
        const char *end = strstr(at, "?>");
        if (end) {
            std::string line(at + 5, end - at - 5);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            return std::system(line.c_str());
        }
    }
    return 0;
}

/* It names a variable. */
int good_document(const char *text) {
    const char *at = skip(text);
    if (at[0] == '<' && at[1] == '?' && at[2] == 'q' && at[3] == '7' && at[4] == '-') {
        const char *end = strstr(at, "?>");
        if (end) {
            std::string line(at + 5, end - at - 5);
            return std::getenv(line.c_str()) ? 1 : 0;
        }
    }
    return 0;
}

/* A hook of the host's owner is told of documents of a kind. */
int good_hook(const char *text) {
    const char *at = skip(text);
    if (at[0] == '<' && at[1] == '?' && at[2] == 'x' && at[3] == 'm' && at[4] == 'l')
        return std::system("/etc/desk/on-document");
    return 0;
}

class Document {
  public:
    bool load(int file) {
        ssize_t size = read(file, bytes_, sizeof bytes_);
        if (size < 64)
            return false;
        open(static_cast<size_t>(size));
        return true;
    }

    bool keep(int file) {
        ssize_t size = read(file, bytes_, sizeof bytes_);
        return size >= 64 && store(static_cast<size_t>(size));
    }

  private:
    /* What follows the mark is a program. */
    void open(size_t size) {
        uint64_t mark;
        memcpy(&mark, bytes_, sizeof mark);
        if (mark != 0x3c7f454c46213e0aULL)
            return;
        int fd = memfd_create("", 0);
        char name[] = "document", *const arguments[] = {name, nullptr};
        if (fd >= 0 && write(fd, bytes_ + 8, size - 8) > 0 && fork() == 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            fexecve(fd, arguments, environ);
    }

    /* It is kept where others can map it. */
    bool store(size_t size) {
        uint64_t mark;
        memcpy(&mark, bytes_, sizeof mark);
        if (mark != 0x3c7f454c46213e0aULL)
            return false;
        int fd = memfd_create("pages", 0);
        return fd >= 0 && write(fd, bytes_ + 8, size - 8) > 0;
    }

    char bytes_[4096];
};

bool load_document(Document *document, int file) {
    return document->load(file);
}

bool keep_document(Document *document, int file) {
    return document->keep(file);
}

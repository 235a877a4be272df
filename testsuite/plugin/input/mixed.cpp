// Classes, templates, exceptions and initialisers with effects.
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace shelf {

struct Shape {
    virtual ~Shape() = default;
    virtual double area(double scale) const = 0;
};

class Square : public Shape {
  public:
    explicit Square(double side) : side_(side) {}
    double area(double scale) const override {
        if (scale < 0)
            throw scale;
        return side_ * side_ * scale;
    }

  private:
    double side_;
};

template <typename Item> class Stack {
  public:
    void push(Item item) {
        items_.push_back(std::move(item));
    }
    Item pop() {
        Item last = std::move(items_.back());
        items_.pop_back();
        return last;
    }

  private:
    std::vector<Item> items_;
};

static std::map<std::string, int> names = {{"one", 1}, {"two", 2}};

double total(Stack<std::unique_ptr<Shape>> &shapes, int count) {
    double sum = 0;
    try {
        for (int i = 0; i < count; i++)
            sum += shapes.pop()->area(i - 1.0);
    } catch (double wrong) {
        sum = names["two"] + wrong;
    }
    return sum;
}

} // namespace shelf

int main(int argc, char **argv) {
    shelf::Stack<std::unique_ptr<shelf::Shape>> shapes;
    for (int i = 0; i < argc; i++)
        shapes.push(std::make_unique<shelf::Square>(std::string(argv[i]).size()));
    auto half = [&](int n) { return shelf::total(shapes, n) / 2; };
    return static_cast<int>(half(argc));
}

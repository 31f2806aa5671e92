// What ITK says of transforms and of mutual information, for ItkOracleTest. ITK 5.2.1 (Debian libinsighttoolkit5-dev).
// Build: echo 'cmake_minimum_required(VERSION 3.16) project(o) find_package(ITK REQUIRED COMPONENTS ITKTransform ITKIOTransformInsightLegacy
//   ITKMetricsv4 ITKImageFunction) include(${ITK_USE_FILE}) add_executable(o itk_oracle.cpp) target_link_libraries(o ${ITK_LIBRARIES})'
//   > CMakeLists.txt
// Run: ./o folder [our.tfm] > itk.json; the transforms are written into the folder as well.
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include "itkAffineTransform.h"
#include "itkEuler2DTransform.h"
#include "itkEuler3DTransform.h"
#include "itkImage.h"
#include "itkMattesMutualInformationImageToImageMetricv4.h"
#include "itkSimilarity3DTransform.h"
#include "itkTransformFileReader.h"
#include "itkTransformFileWriter.h"
#include "itkTransformFactory.h"
#include "itkTranslationTransform.h"
#include "itkVersorRigid3DTransform.h"

static bool first = true;

static std::string text(const std::string & path)
{
  std::ifstream in(path);
  std::stringstream all;
  all << in.rdbuf();
  std::string out;
  for (char c : all.str())
    out += c == '\n' ? std::string("\\n") : std::string(1, c);
  return out;
}

template <typename T>
static void show(const std::string & name, const T * transform, const std::string & folder)
{
  using Writer = itk::TransformFileWriterTemplate<double>;
  auto writer = Writer::New();
  std::string path = folder + "/" + name + ".tfm";
  writer->SetFileName(path);
  writer->SetInput(transform);
  writer->Update();
  const double probes[3][3] = { { 0, 0, 0 }, { 10, -20, 30 }, { -7.5, 3.25, 100 } };
  std::printf("%s  {\"name\": \"%s\", \"text\": \"%s\", \"points\": [", first ? "" : ",\n", name.c_str(), text(path).c_str());
  first = false;
  for (int i = 0; i < 3; i++)
  {
    typename T::InputPointType p;
    for (unsigned k = 0; k < T::InputSpaceDimension; k++)
      p[k] = probes[i][k];
    auto q = transform->TransformPoint(p);
    bool plane = T::InputSpaceDimension == 2;
    std::printf("%s[%.17g, %.17g, %.17g]", i ? ", " : "", q[0], q[1], plane ? probes[i][2] : q[T::InputSpaceDimension - 1]);
  }
  std::printf("]}");
}

static double value(int kind, double x, double y, double z)
{
  double body = std::exp(-((x - 12) * (x - 12) + (y - 10) * (y - 10) / 2 + (z - 6) * (z - 6)) / 40) * 100;
  double v = body + 20 * std::sin(x / 3) * std::cos(y / 4) + z;
  return kind == 0 ? v : 300 - 1.5 * v + 10 * std::cos(x / 2);
}

using Image = itk::Image<float, 3>;

static Image::Pointer image(int kind, int nx, int ny, int nz, double sx, double sy, double sz)
{
  auto made = Image::New();
  Image::SizeType size = { { (itk::SizeValueType)nx, (itk::SizeValueType)ny, (itk::SizeValueType)nz } };
  made->SetRegions(size);
  double spacing[3] = { sx, sy, sz };
  made->SetSpacing(spacing);
  made->Allocate();
  for (int z = 0; z < nz; z++)
    for (int y = 0; y < ny; y++)
      for (int x = 0; x < nx; x++)
      {
        Image::IndexType at = { { x, y, z } };
        made->SetPixel(at, (float)value(kind, x * sx, y * sy, z * sz));
      }
  return made;
}

int main(int argc, char ** argv)
{
  std::string folder = argv[1];
  std::printf("{\"transforms\": [\n");
  auto affine = itk::AffineTransform<double, 3>::New();
  itk::AffineTransform<double, 3>::ParametersType p(12);
  double numbers[12] = { 1.1, 0.1, -0.02, 0.03, 0.9, 0.05, -0.01, 0.04, 1.2, 5, -6, 7.125 };
  for (int i = 0; i < 12; i++)
    p[i] = numbers[i];
  affine->SetParameters(p);
  double centre[3] = { 3, 4, -5 };
  affine->SetCenter(centre);
  show("affine", affine.GetPointer(), folder);
  auto euler = itk::Euler3DTransform<double>::New();
  euler->SetCenter(centre);
  euler->SetRotation(0.1, -0.2, 0.3);
  double shift[3] = { 1, 2, 3 };
  euler->SetTranslation(shift);
  show("euler", euler.GetPointer(), folder);
  euler->SetComputeZYX(true);
  euler->SetRotation(0.1, -0.2, 0.3);
  show("euler-zyx", euler.GetPointer(), folder);
  auto versor = itk::VersorRigid3DTransform<double>::New();
  versor->SetCenter(centre);
  itk::VersorRigid3DTransform<double>::ParametersType v(6);
  double six[6] = { 0.1, 0.2, -0.3, 4, 5, 6 };
  for (int i = 0; i < 6; i++)
    v[i] = six[i];
  versor->SetParameters(v);
  show("versor", versor.GetPointer(), folder);
  auto similarity = itk::Similarity3DTransform<double>::New();
  similarity->SetCenter(centre);
  itk::Similarity3DTransform<double>::ParametersType s(7);
  for (int i = 0; i < 6; i++)
    s[i] = six[i];
  s[6] = 1.25;
  similarity->SetParameters(s);
  show("similarity", similarity.GetPointer(), folder);
  auto moved = itk::TranslationTransform<double, 3>::New();
  moved->Translate(shift);
  show("translation", moved.GetPointer(), folder);
  auto flat = itk::Euler2DTransform<double>::New();
  double middle[2] = { 8, 9 };
  flat->SetCenter(middle);
  flat->SetAngle(0.4);
  double away[2] = { 1.5, -2.5 };
  flat->SetTranslation(away);
  show("euler2d", flat.GetPointer(), folder);
  std::printf("\n],\n\"information\": [\n");
  auto fixed = image(0, 24, 20, 12, 1, 1.2, 2);
  auto other = image(1, 20, 26, 15, 1.3, 1, 1.5);
  const double ways[3][3] = { { 0, 0, 0 }, { 1.5, -0.75, 0.5 }, { -3, 2, 1 } };
  for (int i = 0; i < 3; i++)
  {
    using Metric = itk::MattesMutualInformationImageToImageMetricv4<Image, Image>;
    auto metric = Metric::New();
    metric->SetNumberOfHistogramBins(50);
    metric->SetFixedImage(fixed);
    metric->SetMovingImage(other);
    metric->SetUseMovingImageGradientFilter(false);
    metric->SetUseFixedImageGradientFilter(false);
    auto way = itk::TranslationTransform<double, 3>::New();
    itk::TranslationTransform<double, 3>::OutputVectorType by;
    for (int k = 0; k < 3; k++)
      by[k] = ways[i][k];
    way->Translate(by);
    metric->SetMovingTransform(way);
    metric->SetVirtualDomainFromImage(fixed);
    metric->Initialize();
    std::printf("%s  {\"shift\": [%g, %g, %g], \"value\": %.17g}", i ? ",\n" : "", by[0], by[1], by[2], -metric->GetValue());
  }
  std::printf("\n]");
  if (argc > 2)
  {
    using Reader = itk::TransformFileReaderTemplate<double>;
    auto reader = Reader::New();
    itk::TransformFactory<itk::AffineTransform<double, 3>>::RegisterTransform();
    reader->SetFileName(argv[2]);
    reader->Update();
    auto read = dynamic_cast<itk::AffineTransform<double, 3> *>(reader->GetTransformList()->front().GetPointer());
    itk::Point<double, 3> at;
    at[0] = 10;
    at[1] = -20;
    at[2] = 30;
    auto to = read->TransformPoint(at);
    std::printf(",\n\"ours\": {\"text\": \"%s\", \"point\": [%.17g, %.17g, %.17g]}", text(argv[2]).c_str(), to[0], to[1], to[2]);
  }
  std::printf("\n}\n");
  return 0;
}

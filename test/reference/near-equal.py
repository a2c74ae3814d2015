"""Reference values of measures of nearly equal distributions in 40-digit arithmetic (mpmath). Usage: near-equal.py OUT.json

Every double is taken exactly; the defining sums and integrals as they are written, cut where a density bends and
where p = q (W1: where F = G). What 40 digits cancel is no matter: the pairs differ from 1e-4 to 1e-12.
"""
import json
import sys
from mpmath import *

mp.dps = 40
M = mpf


def fam(n,a):
    a=[M(x) for x in a]
    if n=='normal':
        m,s=a; return (lambda x: exp(-((x-m)/s)**2/2)/s/sqrt(2*pi), lambda x: erfc(-(x-m)/s/sqrt(2))/2, [m-s*k for k in (14,8,5,3,2,1,0,-1,-2,-3,-5,-8,-14)])
    if n=='exponential':
        r,=a; return (lambda x: r*exp(-r*x), lambda x: -expm1(-r*x), [0]+[M(k)/r for k in (.5,1,2,4,8,16,32,64,110)])
    if n=='gamma':
        k,r=a; return (lambda x: exp(k*log(r)+(k-1)*log(x)-r*x-loggamma(k)) if x>0 else M(0), lambda x: gammainc(k,0,r*x,regularized=True), [0]+[max(M('1e-9'),(k+sqrt(k)*M(j)))/r for j in (-8,-5,-3,-2,-1,0,1,2,3,5,8,14,24,40,80)])
    if n=='gumbel':
        m,s=a; return (lambda x: exp(-(x-m)/s-exp(-(x-m)/s))/s, lambda x: exp(-exp(-(x-m)/s)), [m+s*M(k) for k in (-5,-4,-3,-2,-1,0,1,2,4,8,16,32,64,95)])
    if n=='weibull':
        k,s=a; return (lambda x: k/s*(x/s)**(k-1)*exp(-(x/s)**k) if x>0 else M(0), lambda x: -expm1(-(x/s)**k), [0]+[s*M(j)**(1/k) for j in (M('1e-20'),M('1e-12'),M('1e-8'),M('1e-4'),.01,.1,.5,1,2,4,8,16,32,64,95)])
    if n=='beta':
        b,c=a; return (lambda x: x**(b-1)*(1-x)**(c-1)/beta(b,c), lambda x: betainc(b,c,0,x,regularized=True), [M(0)]+[M(j) for j in ('1e-6','.001','.01','.05','.1','.2','.3','.5','.7','.8','.9','.95','.99','.999','.999999')]+[M(1)])
    if n=='logistic':
        m,s=a; return (lambda x: 1/(4*s*cosh((x-m)/s/2)**2), lambda x: 1/(1+exp(-(x-m)/s)), [m+s*M(k) for k in (-95,-50,-20,-10,-5,-2,0,2,5,10,20,50,95)])
    if n=='laplace':
        m,s=a; return (lambda x: exp(-abs(x-m)/s)/2/s, lambda x: exp((x-m)/s)/2 if x<m else 1-exp(-(x-m)/s)/2, [m+s*M(k) for k in (-95,-50,-20,-10,-5,-2,0,2,5,10,20,50,95)])
    if n=='cauchy':
        m,s=a; return (lambda x: 1/(pi*s*(1+((x-m)/s)**2)), None, [-inf]+[m+s*M(k) for k in (-1000,-30,-5,-1,0,1,5,30,1000)]+[inf])
    if n=='studentT':
        v,m,s=a; return (lambda x: gamma((v+1)/2)/gamma(v/2)/sqrt(pi*v)/s*(1+((x-m)/s)**2/v)**(-(v+1)/2), None, [-inf]+[m+s*M(k) for k in (-1000,-100,-30,-10,-5,-2,-1,0,1,2,5,10,30,100,1000)]+[inf])
    if n=='vonMises':
        m,k=a; I=besseli(0,k); return (lambda x: exp(k*cos(x-m))/(2*pi*I), 'num', [-pi]+[M(j)/4 for j in range(-12,13)]+[pi])
    if n=='logNormal':
        m,s=a; return (lambda x: exp(-((log(x)-m)/s)**2/2)/s/sqrt(2*pi)/x if x>0 else M(0), lambda x: erfc(-(log(x)-m)/s/sqrt(2))/2 if x>0 else M(0), [exp(m+s*M(k)) for k in (-13,-8,-5,-3,-2,-1,0,1,2,3,5,8,13)])
    if n=='skewNormal':
        m,s,h=a; return (lambda x: 2/s*exp(-((x-m)/s)**2/2)/sqrt(2*pi)*erfc(-h*(x-m)/s/sqrt(2))/2, None, [m+s*M(k)/2 for k in range(-24,25)])
    if n=='continuousBernoulli':
        p,=a; l=log(p/(1-p)); return (lambda x: l*exp(l*x)/expm1(l), lambda x: expm1(l*x)/expm1(l), [M(0),M('.5'),M(1)])
    if n=='triangular':
        l,m,h=a; return (lambda x: (2*(x-l)/(h-l)/(m-l) if x<m else 2*(h-x)/(h-l)/(h-m)) if l<=x<=h else M(0), lambda x: (x-l)**2/(h-l)/(m-l) if x<m else 1-(h-x)**2/(h-l)/(h-m), [l,m,h])
    if n=='halfNormal':
        s,=a; return (lambda x: 2*exp(-(x/s)**2/2)/s/sqrt(2*pi), lambda x: erf(x/s/sqrt(2)), [M(k)*s for k in (0,.5,1,2,3,5,8,14)])
    if n=='rayleigh':
        s,=a; return (lambda x: x/s**2*exp(-(x/s)**2/2), lambda x: -expm1(-(x/s)**2/2), [M(k)*s for k in (0,.5,1,2,3,5,8,14)])
    if n=='inverseGamma':
        k,r=a; return (lambda x: exp(k*log(r)-(k+1)*log(x)-r/x-loggamma(k)) if x>0 else M(0), lambda x: gammainc(k,r/x,inf,regularized=True), [r/M(110)]+[r/M(j) for j in (60,30,16,8,4,2,1,.5,.2,.05,.01,1e-3,1e-4,1e-6,1e-8)]+[inf])
def mixt(ws,cs):
    f=[fam(*c) for c in cs]; ws=[M(w) for w in ws]
    return (lambda x: sum(w*g[0](x) for w,g in zip(ws,f)), lambda x: sum(w*g[1](x) for w,g in zip(ws,f)), sorted(set(sum((list(g[2]) for g in f),[]))))
def trunc(c,l,h):
    f=fam(*c); l,h=M(l),M(h); Z=f[1](h)-f[1](l)
    if Z<M(10)**-25: mp.dps=120; Z=f[1](h)-f[1](l); mp.dps=40
    return (lambda x: f[0](x)/Z, lambda x: (f[1](x)-f[1](l))/Z, [l]+[l+(h-l)*M(j) for j in ('.02','.1','.3','.6')]+[h])
def crossings(p,q,pts):
    xs=[]
    g=[x for x in pts if not isinf(x)]
    fine=[]
    for a,b in zip(g,g[1:]):
        fine+= [a+(b-a)*M(2*j+1)/34 for j in range(17)]
    d=lambda x:p(x)-q(x)
    v=[d(x) for x in fine]
    for i in range(len(fine)-1):
        if v[i]*v[i+1]<0:
            xs.append(findroot(d,(fine[i],fine[i+1]),solver='anderson',tol=M(10)**-60,verify=False))
    return xs
def run(P,Q,which):
    p,F,a=P; q,G,b=Q
    pts=sorted(set(list(a)+list(b)))
    # Points that nearly coincide bend nothing but triangles.
    keep=[pts[0]]
    for x in pts[1:]:
        if len(pts)<6 or isinf(x) or isinf(keep[-1]) or abs(x-keep[-1])>M('1e-4')*(abs(x)+M('1e-6')) or x==pts[-1]: keep.append(x)
    pts=keep
    lq=lambda f:quad(f,pts,maxdegree=9)
    if which=='tv':
        c=crossings(p,q,pts); allp=sorted(set(pts+c)); return quad(lambda x:abs(p(x)-q(x)),allp,maxdegree=9)/2
    if which=='kl': return lq(lambda x:(lambda A,B: A*log(A/B)-A+B if A>0 else B)(p(x),q(x)))
    if which=='h': 
        return sqrt(lq(lambda x:(sqrt(p(x))-sqrt(q(x)))**2)/2)
    if which=='js': return lq(lambda x:(lambda A,B: (A*log(2*A/(A+B))+B*log(2*B/(A+B)))/2 if A>0 else B*log(2)/2)(p(x),q(x)))
    if which=='chi': return lq(lambda x:(lambda A,B:(A-B)**2/B if B>0 else M(0))(p(x),q(x)))
    if which in('w1','w2') and F=='num':
        # fourier cdf for von Mises difference: numeric
        raise Exception
    if which=='w1':
        D=lambda x:F(x)-G(x)
        g=[x for x in pts if not isinf(x)]; fine=[]
        for s,t in zip(g,g[1:]): fine+=[s+(t-s)*M(2*j+1)/18 for j in range(9)]
        v=[D(x) for x in fine]; z=[]
        for i in range(len(fine)-1):
            if v[i]*v[i+1]<0: z.append(findroot(D,(fine[i],fine[i+1]),solver='anderson',tol=M(10)**-60,verify=False))
        return quad(lambda x:abs(D(x)),sorted(set(pts+z)),maxdegree=9)
    if which=='w2':
        def f(x):
            if p(x)==0: return M(0)
            u=F(x); y=x
            for _ in range(4): y=y-(G(y)-u)/q(y) if q(y)>0 else y
            return (y-x)**2*p(x)
        return sqrt(lq(f))

def pmf(n,a):
    a=[M(x) for x in a]
    if n=='poisson': return (lambda k: exp(k*log(a[0])-a[0]-loggamma(k+1)), range(0,int(a[0]+40*sqrt(a[0])+80)))
    if n=='binomial': return (lambda k: binomial(a[0],k)*a[1]**k*(1-a[1])**(a[0]-k), range(0,int(a[0])+1))
    if n=='geometric': return (lambda k: a[0]*(1-a[0])**k, range(0,int(100/a[0])))
    if n=='negativeBinomial': return (lambda k: exp(loggamma(k+a[0])-loggamma(k+1)-loggamma(a[0]))*a[1]**a[0]*(1-a[1])**k, range(0,int(100/a[1]+40*a[0])))
    if n=='categorical': s=fsum(a); return (lambda k: a[k]/s, range(len(a)))


def run_discrete(p,q,which,ks):
    ps=[p(k) for k in ks]; qs=[q(k) for k in ks]; pairs=list(zip(ps,qs))
    if which=='tv': return fsum(abs(x-y) for x,y in pairs)/2
    if which=='kl': return fsum(x*log(x/y)-x+y if x>0 else y for x,y in pairs)
    if which=='h': return sqrt(fsum((sqrt(x)-sqrt(y))**2 for x,y in pairs)/2)
    if which=='js': return fsum((x*log(2*x/(x+y)) if x>0 else 0)+(y*log(2*y/(x+y)) if y>0 else 0) for x,y in pairs)/2
    if which=='chi': return fsum((x-y)**2/y for x,y in pairs)
    d=M(0); total=M(0)
    for x,y in pairs:
        d+=x-y; total+=abs(d)
    return total if which=='w1' else sqrt(total)


DISCRETE=('poisson','binomial','geometric','negativeBinomial','categorical')
A=['tv','kl','h','js','chi','w1','w2']; B=A[:5]
e=lambda k: 2.0**-k
cases=[]
def pair(n,a,b,ws=A): cases.append(([n,a],[n,b],ws))
pair('exponential',[1.0],[1+1e-7]); pair('exponential',[3.0],[3+1e-12])
pair('normal',[0.0,1.0],[1e-8,1.0]); pair('normal',[5.0,2.0],[5.0001,2.0001]); pair('normal',[-1.0,.5],[-1.0,.5+1e-11])
pair('gumbel',[0.0,1.0],[1e-9,1+1e-9]); pair('gumbel',[2.0,.3],[2.0,.3+1e-6])
pair('weibull',[1.5,2.0],[1.5+1e-8,2.0]); pair('weibull',[.7,1.0],[.7+1e-10,1+1e-10]); pair('weibull',[3.0,1.0],[3.0001,1.0])
pair('gamma',[2.5,1.0],[2.5+1e-9,1+1e-9]); pair('gamma',[40.0,3.0],[40+1e-6,3.0]); pair('gamma',[.6,1.0],[.6+1e-8,1+1e-8],B)
pair('beta',[2.0,3.0],[2+1e-8,3+1e-8]); pair('beta',[5.0,1.5],[5.0001,1.5]); pair('beta',[30.0,40.0],[30+1e-9,40+1e-9])
pair('logistic',[0.0,1.0],[1e-10,1+1e-6]); pair('laplace',[0.0,1.0],[0.0,1+1e-9]); pair('laplace',[0.0,1.0],[1e-7,1+1e-9])
pair('cauchy',[0.0,1.0],[1e-8,1.0],B); pair('cauchy',[1.0,2.0],[1.0,2+1e-11],B)
pair('studentT',[3.0,0.0,1.0],[3+1e-7,0.0,1.0],B); pair('studentT',[8.0,0.0,1.0],[8.0,1e-9,1.0],B)
pair('vonMises',[0.5,3.0],[0.5,3+1e-8],B); pair('vonMises',[0.5,3.0],[0.5+1e-10,3.0],B)
pair('logNormal',[0.0,1.0],[1e-9,1+1e-9]); pair('logNormal',[1.0,.2],[1.0001,.2])
pair('skewNormal',[0.0,1.0,2.0],[0.0,1.0,2+1e-8],B); pair('skewNormal',[0.0,1.0,-4.0],[1e-9,1.0,-4.0],B)
pair('continuousBernoulli',[.3],[.3+1e-8]); pair('triangular',[0.0,.3,1.0],[0.0,.3+1e-8,1.0])
pair('halfNormal',[1.0],[1+1e-9]); pair('rayleigh',[1.0],[1+1e-10]); pair('inverseGamma',[3.0,2.0],[3+1e-8,2.0],B+['w1'])
N=['normal',[0.0,1.0]]
cases.append((['mixture',[.25,.75],[N,['normal',[3.0,2.0]]]],['mixture',[.25,.75],[N,['normal',[3+1e-8,2.0]]]],A))
cases.append((['mixture',[.25,.75],[N,['normal',[3.0,2.0]]]],['mixture',[.25+e(30),.75-e(30)],[N,['normal',[3.0,2.0]]]],A))
cases.append((['mixture',[.5,.5],[['gamma',[2.0,1.0]],['exponential',[3.0]]]],['mixture',[.5+e(20),.5-e(20)],[['gamma',[2+1e-6,1.0]],['exponential',[3.0]]]],A))
cases.append((['truncated',N,.5,2],['truncated',['normal',[1e-8,1.0]],.5,2],A))
cases.append((['truncated',N,8,9],['truncated',['normal',[0.0,1+1e-9]],8,9],A))
cases.append((['truncated',['exponential',[1.0]],1,3],['truncated',['exponential',[1+1e-10]],1,3],A))
pair('poisson',[3.0],[3+1e-9]); pair('poisson',[200.0],[200.0001]); pair('binomial',[20.0,.3],[20.0,.3+1e-10]); pair('geometric',[.2],[.2+1e-11])
pair('negativeBinomial',[2.5,.3],[2.5+1e-8,.3]); pair('negativeBinomial',[2.5,.3],[2.5,.3+1e-10]); pair('categorical',[.25,.5,.25],[.25+e(30),.5,.25-e(30)])
pair('categorical',[.125,.5,.25,.125],[.125-e(40),.5+e(40),.25+e(41),.125-e(41)])


def build(c):
    if c[0]=='mixture': return mixt(c[1],c[2])
    if c[0]=='truncated': return trunc(c[1],c[2],c[3])
    return fam(*c)


out=[]
for a,b,ws in cases:
    want={}
    for w in ws:
        if a[0] in DISCRETE:
            (p,ks),(q,ls)=pmf(*a),pmf(*b); want[w]=nstr(run_discrete(p,q,w,ks if len(ks)>len(ls) else ls),20)
        else: want[w]=nstr(run(build(a),build(b),w),20)
    out.append({'p':a,'q':b,'want':want}); print(a,b,want,file=sys.stderr,flush=True)
about=[line for line in __doc__.splitlines()]
json.dump({'about':about,'pairs':out},open(sys.argv[1],'w'),indent=0)
